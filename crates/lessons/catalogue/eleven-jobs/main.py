import asyncio
import time


async def job(number):
    await asyncio.sleep(2)
    return number * number


async def main():
    start = time.time()
    jobs = [asyncio.ensure_future(job(number)) for number in range(11)]
    squares = [await job for job in jobs]
    print(squares)
    print(f"{len(jobs)} jobs took {time.time() - start:.1f} s")


asyncio.run(main())
