# A free permit goes to who waits longest, even if somebody asks again at once.
import asyncio

async def greedy(semaphore):
    for n in range(3):
        async with semaphore:
            print('greedy', n)
            await asyncio.sleep(1)

async def modest(name, semaphore):
    async with semaphore:
        print(name)
        await asyncio.sleep(1)

async def main():
    semaphore = asyncio.Semaphore(1)
    await asyncio.gather(greedy(semaphore), modest('modest a', semaphore), modest('modest b', semaphore))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
