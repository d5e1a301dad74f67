import asyncio


async def wash(what, seconds):
    await asyncio.sleep(seconds)
    print(what)


async def main():
    await asyncio.create_task(wash("shirt", 2))
    await asyncio.create_task(wash("socks", 1))


asyncio.run(main())
