# What a closed loop refuses, and through which lines of the library one hears of it.
import asyncio
import traceback

loop = asyncio.new_event_loop()
loop.close()


async def nothing():
    pass


def attempt(what):
    try:
        what()
    except RuntimeError:
        traceback.print_exc()


attempt(lambda: loop.call_soon(print))
attempt(lambda: loop.call_soon_threadsafe(print))
attempt(lambda: loop.call_later(1, print))
attempt(lambda: loop.call_at(1, print))
attempt(lambda: loop.run_in_executor(None, print))
attempt(loop.run_forever)
coroutine = nothing()
attempt(lambda: loop.create_task(coroutine))
attempt(lambda: loop.run_until_complete(coroutine))
attempt(lambda: asyncio.run_coroutine_threadsafe(coroutine, loop))
coroutine.close()
loop.set_debug(True)
attempt(lambda: loop.call_soon(print))
attempt(lambda: loop.call_soon_threadsafe(print))
attempt(lambda: loop.call_later(1, print))
attempt(lambda: loop.call_at(1, print))
