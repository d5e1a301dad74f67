"""In debug mode, tasks that as_completed has made say through which lines."""
import asyncio


async def fail():
    raise ValueError('no')


async def main():
    asyncio.as_completed([fail()])
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
