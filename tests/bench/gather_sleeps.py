"""Many tasks at once, each of which sleeps three times."""
import asyncio

SIZE = 100_000


async def sleeper(n):
    await asyncio.sleep(n % 7)
    await asyncio.sleep(n % 11)
    await asyncio.sleep(n % 13)
    return n


async def main():
    print(sum(await asyncio.gather(*[sleeper(n) for n in range(SIZE)])))


asyncio.run(main())
