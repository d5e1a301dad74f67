import asyncio


async def wash(what, seconds):
    await asyncio.sleep(seconds)
    return seconds + 1


async def main():
    first = await wash("shirt", 2)
    second = await wash("socks", first)
    print(second)


asyncio.run(main())
