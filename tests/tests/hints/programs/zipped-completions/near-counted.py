import asyncio
import itertools


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    names = ["slow", "quick"]
    for number, result in zip(itertools.count(), asyncio.as_completed([fetch(2), fetch(1)])):
        print(number, await result)
    for name, result in zip(names, await asyncio.gather(fetch(2), fetch(1))):
        print(name, result)
    for number, result in enumerate(asyncio.as_completed([fetch(2), fetch(1)])):
        print(number, await result)


asyncio.run(main())
