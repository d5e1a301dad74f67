import asyncio
import time


def scrub(seconds):
    time.sleep(seconds)


async def wash(what):
    scrub(1)
    print(what)


async def main():
    for what in ("shirt", "socks", "towel"):
        await wash(what)


asyncio.run(main())
