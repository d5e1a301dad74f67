import asyncio


async def brew():
    await asyncio.sleep(1)
    return "tea"


async def main():
    tea = asyncio.create_task(brew())
    print(await tea)
    print(await tea)
    cup = brew()
    if cup:
        await cup
    else:
        await cup


asyncio.run(main())
