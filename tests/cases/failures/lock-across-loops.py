# A lock that has been used in one loop is bound to it.
import asyncio

lock = asyncio.Lock()

async def compete():
    async with lock:
        await asyncio.sleep(0.1)

async def main():
    await asyncio.gather(compete(), compete())
    print('fine')

asyncio.run(main())
asyncio.run(main())
