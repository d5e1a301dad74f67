import asyncio

lock = asyncio.Lock()


async def inner():
    await lock.acquire()
    print("never")


async def main():
    async with lock:
        await inner()


asyncio.run(main())
