# A progress line while jobs finish in any order.
import asyncio

async def job(n):
    await asyncio.sleep(n * 7 % 10 / 10)
    return n

async def main():
    jobs = [job(n) for n in range(10)]
    done = 0
    for finished in asyncio.as_completed(jobs):
        n = await finished
        done += 1
        print(f'[{"#" * done:<10}] {done * 10:3d} % (job {n})')

asyncio.run(main())
