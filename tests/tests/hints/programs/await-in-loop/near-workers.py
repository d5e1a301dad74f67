import asyncio


async def ask(shop):
    await asyncio.sleep(1)
    return len(shop)


async def worker(shops):
    for shop in shops:
        await ask(shop)


async def main():
    await asyncio.gather(worker(["a", "b"]), worker(["c", "d"]))


asyncio.run(main())
