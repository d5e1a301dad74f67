# An exception that nobody catches, through gather.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(f'job {n} failed')
    print('job', n)

async def main():
    await asyncio.gather(work(1), work(2), work(3))

asyncio.run(main())
