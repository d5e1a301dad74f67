# The same for a future.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError('lost'))
    del future
    print('main ends')

asyncio.run(main())
