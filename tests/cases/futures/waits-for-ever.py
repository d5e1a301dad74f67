# A future that nobody sets: the program can never end.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print('waiting for a future that nobody knows')
    await future
    print('never printed')

asyncio.run(main())
