import asyncio


async def ask(shop):
    await asyncio.sleep(1)
    return len(shop)


async def main():
    for shop in ["north", "east"]:
        await ask(shop)


asyncio.run(main())
