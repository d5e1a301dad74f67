import asyncio


async def ask(shop):
    await asyncio.sleep(1)
    return len(shop)


async def main():
    prices = []
    for shop in ["north", "east"]:
        price = await ask(shop)
        prices.append(price)
    print(prices)


asyncio.run(main())
