# A chain of short sleeps ends just after one long sleep begun with it.
import asyncio

async def chain(n, delay):
    for _ in range(n):
        await asyncio.sleep(delay)
    print('chain of', n, asyncio.get_running_loop().time())

async def main():
    await asyncio.gather(chain(8, 0.25), chain(4, 0.5), chain(2, 1), chain(1, 2))

asyncio.run(main())
