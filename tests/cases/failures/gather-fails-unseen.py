# gather without await, and one of the jobs fails.
import asyncio

async def job(n):
    await asyncio.sleep(n)
    raise ValueError(f'job {n}')

async def main():
    asyncio.gather(job(1), asyncio.sleep(2))
    await asyncio.sleep(3)
    print('main ends')

asyncio.run(main())
