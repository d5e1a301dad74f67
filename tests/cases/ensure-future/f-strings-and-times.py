# Results in a list, with start and end of each job.
import asyncio
import time

async def job(number, seconds):
    begin = time.time()
    await asyncio.sleep(seconds)
    return f'job {number:>2}: {begin - origin:4.1f} to {time.time() - origin:4.1f}'

async def main():
    futures = [asyncio.ensure_future(job(n, n / 2)) for n in range(1, 6)]
    for line in await asyncio.gather(*futures):
        print(line)

origin = time.time()
asyncio.run(main())
print(f'all in {time.time() - origin:.3f} s')
