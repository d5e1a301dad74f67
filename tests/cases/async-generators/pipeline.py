# Generators in a chain: each pulls from the one before.
import asyncio

async def source(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i

async def only_even(items):
    async for item in items:
        if item % 2 == 0:
            yield item

async def in_pairs(items):
    pair = []
    async for item in items:
        pair.append(item)
        if len(pair) == 2:
            yield tuple(pair)
            pair = []
    if pair:
        yield tuple(pair)

async def main():
    async for pair in in_pairs(only_even(source(10))):
        print(pair, round(asyncio.get_running_loop().time(), 6))

asyncio.run(main())
