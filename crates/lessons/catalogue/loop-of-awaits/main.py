import asyncio


async def stock(shop):
    await asyncio.sleep(1)
    return len(shop)


async def main():
    loop = asyncio.get_running_loop()
    shops = ["north", "south", "east", "west"]

    total = 0
    for shop in shops:
        total += await stock(shop)
    print(total, "after", loop.time())

    start = loop.time()
    total = sum(await asyncio.gather(*[stock(shop) for shop in shops]))
    print(total, "after", loop.time() - start)


asyncio.run(main())
