"""Fifty tasks that do nothing but give way."""
import asyncio

SIZE = 10_000


async def polite():
    for _ in range(SIZE):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[polite() for _ in range(50)])
    print('done')


asyncio.run(main())
