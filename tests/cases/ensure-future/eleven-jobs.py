# Eleven jobs of two seconds each, as tasks from a while-loop.
import asyncio
import time

async def job(n):
    print(f'job {n} starts')
    await asyncio.sleep(2)
    print(f'job {n} ends')

async def main():
    tasks = []
    n = 0
    while n < 11:
        tasks.append(asyncio.ensure_future(job(n)))
        n += 1
    for task in tasks:
        await task

start = time.time()
asyncio.run(main())
print(f'{time.time() - start:.1f} seconds')
