# A computation as an async generator that pauses after each result.
import asyncio

async def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        await asyncio.sleep(0)
    yield 1

async def longest(n):
    return n, [x async for x in collatz(n)]

async def main():
    for n, path in await asyncio.gather(longest(6), longest(7), longest(27)):
        print(n, len(path), max(path))

asyncio.run(main())
