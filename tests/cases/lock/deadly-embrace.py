# Two locks taken in opposite order: nobody can go on.
import asyncio

async def worker(name, first, second):
    async with first:
        print(name, 'has its first lock')
        await asyncio.sleep(1)
        async with second:
            print(name, 'has both')

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(worker('one', a, b), worker('two', b, a))

asyncio.run(main())
