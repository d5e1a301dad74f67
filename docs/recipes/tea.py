import asyncio


async def brew(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "is ready")


async def main():
    await asyncio.gather(brew("tea", 2), brew("coffee", 1))


asyncio.run(main())
