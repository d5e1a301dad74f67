# A coroutine that is let go when its loop has ended, and sleeps on its way out.
import asyncio
import time


async def stubborn(name):
    try:
        await asyncio.sleep(10)
    except BaseException as error:
        print(time.monotonic(), name, repr(error))
        time.sleep(0.3)
        print(time.monotonic(), name, "ends")


async def main():
    asyncio.create_task(stubborn("one"))
    await asyncio.sleep(0)
    asyncio.get_running_loop().stop()


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except RuntimeError as error:
    print(error)
print(time.monotonic(), asyncio.all_tasks(loop))
