# interleave: cpu=10000ns
import asyncio


async def tick():
    for _ in range(3):
        await asyncio.sleep(0.01)


async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    total = 0
    for number in range(5_000):
        total += number
    await ticking


asyncio.run(main())
