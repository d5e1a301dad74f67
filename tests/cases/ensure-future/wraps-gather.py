# What gather returns is a future already.
import asyncio

async def n(value):
    await asyncio.sleep(value)
    return value

async def main():
    group = asyncio.gather(n(1), n(2))
    print(asyncio.ensure_future(group) is group, type(group).__name__)
    print(group)
    print(await group)
    print(group)

asyncio.run(main())
