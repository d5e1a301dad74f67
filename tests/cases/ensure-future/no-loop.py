# Without any loop, ensure_future fails for a coroutine.
import asyncio

async def work():
    return 1

asyncio.set_event_loop(asyncio.new_event_loop())
asyncio.run(work())
coroutine = work()
try:
    asyncio.ensure_future(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
