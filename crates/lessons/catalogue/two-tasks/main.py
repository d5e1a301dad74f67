import asyncio


async def wash(what, seconds):
    print("washing", what)
    await asyncio.sleep(seconds)
    print(what, "is clean")


async def main():
    shirt = asyncio.create_task(wash("shirt", 2))
    socks = asyncio.create_task(wash("socks", 1))
    print("both machines are filled")
    await shirt
    await socks
    print("all is clean")


asyncio.run(main())
