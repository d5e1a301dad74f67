"""Jobs fail when their loop is closed: what the failure held goes with the job, or, if a future still waits, at the end."""
import asyncio
import time


async def late():
    pass


def job(loop):
    time.sleep(0.2)
    asyncio.run_coroutine_threadsafe(late(), loop)


async def main(cancels):
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, job, loop)
    if cancels:
        future.cancel()


for cancels in (True, False):
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main(cancels))
    loop.close()
    time.sleep(0.5)
    print('next')
print('end')
