"""Functions in threads of their own."""
from asyncio import events

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):  #@ 12
    import contextvars
    import functools
    loop = events.get_running_loop()  #@ 22
    func_call = functools.partial(contextvars.copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, func_call)  #@ 25
