import asyncio
import time


def work():
    time.sleep(2)


async def part():
    work()


async def main():
    await asyncio.gather(part(), part())


asyncio.run(main())
