# The workers have ended when a task that nobody has waited for is closed with the program: leaving its pool
# waits for nobody.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    time.sleep(0.25)
    print('job', n)


async def fetch():
    try:
        with ThreadPoolExecutor(max_workers=2) as pool:
            loop = asyncio.get_running_loop()
            await asyncio.gather(*[loop.run_in_executor(pool, job, n) for n in range(3)])
    except BaseException as error:
        print(type(error).__name__)


async def main():
    global task
    task = asyncio.create_task(fetch())
    await asyncio.sleep(0.1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print('the end')
