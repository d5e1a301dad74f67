# The first exception comes out at once; the siblings go on.
import asyncio

async def good(name, seconds):
    await asyncio.sleep(seconds)
    print(name, 'ends at', asyncio.get_running_loop().time())

async def bad():
    await asyncio.sleep(1)
    raise ValueError('bad')

async def main():
    try:
        await asyncio.gather(good('a', 2), bad(), good('b', 3))
    except ValueError as error:
        print('caught', error, 'at', asyncio.get_running_loop().time())
    await asyncio.sleep(1.5)
    print('main ends')

asyncio.run(main())
