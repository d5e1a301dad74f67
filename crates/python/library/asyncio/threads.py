"""Functions in threads of their own."""
import contextvars
import functools

from asyncio import events

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    loop = events.get_running_loop()  #@ 22
    func_call = functools.partial(contextvars.copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, func_call)  #@ 25
