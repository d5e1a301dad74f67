import asyncio
import time


async def tick():
    await asyncio.sleep(1)


async def main():
    ticking = asyncio.create_task(tick())
    time.sleep(0)
    await ticking


asyncio.run(main())
