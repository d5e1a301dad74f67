# The traceback of an exception through four coroutines.
import asyncio

async def level_3(x):
    return 10 / x

async def level_2(x):
    await asyncio.sleep(0.1)
    return await level_3(x - 1)

async def level_1(x):
    return 1 + await level_2(x)

async def main():
    print(await level_1(2))
    print(await level_1(1))

asyncio.run(main())
