import asyncio


async def brew(drink, seconds):
    print(f"{drink}: started")
    await asyncio.sleep(seconds)
    print(f"{drink}: ready after {seconds} s")


async def main():
    tea = asyncio.create_task(brew("tea", 3))
    coffee = asyncio.create_task(brew("coffee", 2))
    print("both are ordered, neither has started")
    await tea
    await coffee
    print("3 seconds for 5 seconds of waiting")


asyncio.run(main())
