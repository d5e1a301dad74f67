# A timeout gives up waiting, but nothing stops the thread; run waits for it at the end.
import asyncio
import time

def long_job():
    time.sleep(5)
    print('the thread ends at', time.perf_counter())

async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(loop.run_in_executor(None, long_job), 1)
    except TimeoutError:
        print('gave up at', loop.time())

asyncio.run(main())
print('run returned at', time.perf_counter())
