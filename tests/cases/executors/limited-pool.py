# A pool of two threads: the third job waits for a free one.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

def job(n):
    print(f'{time.perf_counter():.0f} job {n} starts')
    time.sleep(2)
    return n * n

async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, job, n) for n in range(5)]
        print(await asyncio.gather(*jobs), loop.time())

asyncio.run(main())
