import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def scan(page):
    time.sleep(1)
    return page


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, scan, page) for page in range(1, 6)]
        for job in jobs:
            print("page", await job, "at", round(loop.time(), 1))


asyncio.run(main())
