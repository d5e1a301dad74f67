# Whoever forgets to await what waits for something is told of that first, and then of what it was to wait for.
import asyncio


async def job():
    print('job')


async def outer(inner):
    await inner


async def main():
    asyncio.wait_for(job(), 1)
    print('one')
    waiting = asyncio.wait_for(job(), 0)
    del waiting
    print('two')
    outer(job())
    print('three')
    waiting = asyncio.wait_for(outer(job()), 1)
    print('four')
    del waiting
    print('five')


asyncio.run(main())
