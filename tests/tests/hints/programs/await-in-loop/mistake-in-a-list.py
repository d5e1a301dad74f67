import asyncio


async def ask(shop):
    await asyncio.sleep(1)
    return len(shop)


async def main():
    prices = [await ask(shop) for shop in ["north", "east"]]
    print(prices)


asyncio.run(main())
