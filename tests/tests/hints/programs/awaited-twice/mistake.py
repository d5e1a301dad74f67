import asyncio


async def brew():
    await asyncio.sleep(1)
    return "tea"


async def main():
    tea = brew()
    print(await tea)
    print(await tea)


asyncio.run(main())
