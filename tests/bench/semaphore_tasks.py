"""Many tasks that all want one of ten permits."""
import asyncio

SIZE = 10_000


async def job(semaphore):
    async with semaphore:
        await asyncio.sleep(1)


async def main():
    semaphore = asyncio.Semaphore(10)
    await asyncio.gather(*[job(semaphore) for _ in range(SIZE)])
    print(asyncio.get_running_loop().time() >= SIZE // 10)


asyncio.run(main())
