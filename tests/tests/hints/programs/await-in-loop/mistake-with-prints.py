import asyncio


async def ask(shop, what):
    await asyncio.sleep(len(shop) / 10)
    return len(what)


async def main():
    shops = [("north", "tea"), ("east", "coffee")]
    for shop, what in shops:
        price = await ask(shop, what)
        print(shop, "wants", price)


asyncio.run(main())
