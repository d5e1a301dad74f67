import asyncio
import time


async def tick():
    for _ in range(3):
        await asyncio.sleep(1)
        print("tick")


async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.5)
    time.sleep(2)
    await ticking


asyncio.run(main())
