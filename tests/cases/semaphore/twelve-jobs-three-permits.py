# Twelve jobs through three permits.
import asyncio

async def job(n, semaphore):
    async with semaphore:
        print(f'{asyncio.get_running_loop().time():.0f} job {n} starts')
        await asyncio.sleep(2)
        print(f'{asyncio.get_running_loop().time():.0f} job {n} ends')

async def main():
    semaphore = asyncio.Semaphore(3)
    await asyncio.gather(*(job(n, semaphore) for n in range(12)))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
