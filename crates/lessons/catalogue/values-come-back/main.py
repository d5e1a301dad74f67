import asyncio


async def price(item):
    await asyncio.sleep(1)
    return {"tea": 30, "bun": 25}[item]


async def bill(items):
    total = 0
    for item in items:
        total += await price(item)
        print("with", item, "it is", total)
    return total


async def main():
    total = await bill(["tea", "bun", "bun"])
    print("to pay:", total)


asyncio.run(main())
