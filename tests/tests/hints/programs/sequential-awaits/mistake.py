import asyncio


async def wash(what, seconds):
    await asyncio.sleep(seconds)
    return what


async def main():
    shirt = await wash("shirt", 2)
    socks = await wash("socks", 1)
    print(shirt, socks)


asyncio.run(main())
