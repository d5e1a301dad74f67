import asyncio


async def brew():
    print("tea")


async def main(coroutine):
    await coroutine
    tea = brew()
    await asyncio.gather(tea)


asyncio.run(main(brew()))
