import asyncio


async def quote(shop, seconds, price):
    await asyncio.sleep(seconds)
    return f"{shop}: {price}"


async def main():
    quotes = [quote("A", 3, 120), quote("B", 1, 135), quote("C", 2, 110)]
    for number, next_one in enumerate(asyncio.as_completed(quotes), start=1):
        print(number, await next_one)


asyncio.run(main())
