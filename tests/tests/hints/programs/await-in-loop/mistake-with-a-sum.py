import asyncio


async def ask(shop):
    await asyncio.sleep(1)
    return len(shop)


async def main():
    total = 0
    for shop in ["north", "east"]:
        total += await ask(shop)
    print(total)


asyncio.run(main())
