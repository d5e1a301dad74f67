import asyncio
import time


def scrub(seconds):
    time.sleep(seconds)


async def wash(what, seconds):
    scrub(seconds)
    print(what)


async def main():
    await wash("shirt", 2)
    await wash("socks", 1)


asyncio.run(main())
