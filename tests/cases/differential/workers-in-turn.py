# Which worker takes a job: the one that has been idle for longest, or one that has just become free.
import asyncio
import concurrent.futures
import threading
import time


def job(n, seconds):
    print('begin', n, threading.current_thread().name)
    time.sleep(seconds)
    print('over', n, threading.current_thread().name)


async def main():
    for turn in range(3):
        await asyncio.gather(*(asyncio.to_thread(job, n, 0.05) for n in range(3)))
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for n in range(4):
            pool.submit(job, n, 0)


asyncio.run(main())
