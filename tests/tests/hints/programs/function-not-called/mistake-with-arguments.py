import asyncio


async def brew(what):
    print(what)


async def main():
    await brew


asyncio.run(main())
