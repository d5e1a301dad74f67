# async for waits for each item before it asks for the next.
import asyncio

async def fetch(n):
    await asyncio.sleep(1)
    return n

async def one_by_one():
    for n in range(3):
        yield await fetch(n)

async def main():
    loop = asyncio.get_running_loop()
    async for n in one_by_one():
        print('async for', n, loop.time())
    for n in await asyncio.gather(*map(fetch, range(3))):
        print('gather', n, loop.time())

asyncio.run(main())
