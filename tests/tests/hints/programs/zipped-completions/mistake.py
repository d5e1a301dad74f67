import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    names = ["slow", "quick"]
    fetches = [fetch(2), fetch(1)]
    for name, result in zip(names, asyncio.as_completed(fetches)):
        print(name, await result)


asyncio.run(main())
