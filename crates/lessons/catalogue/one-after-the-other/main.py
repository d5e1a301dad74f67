import asyncio


async def wash(what, seconds):
    print("washing", what)
    await asyncio.sleep(seconds)
    print(what, "is clean")


async def main():
    await wash("shirt", 2)
    await wash("socks", 1)
    print("all is clean")


asyncio.run(main())
