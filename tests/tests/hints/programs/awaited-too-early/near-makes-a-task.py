import asyncio


async def brew(what):
    await asyncio.sleep(1)
    print(what)


async def start(what):
    return asyncio.create_task(brew(what))


async def main():
    await asyncio.gather(await start("tea"), await start("coffee"))


asyncio.run(main())
