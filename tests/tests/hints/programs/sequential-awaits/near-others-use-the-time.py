import asyncio


async def wash(what, seconds):
    await asyncio.sleep(seconds)
    print(what)


async def main():
    cooking = asyncio.create_task(wash("rice", 3))
    await wash("shirt", 2)
    await wash("socks", 1)
    await cooking


asyncio.run(main())
