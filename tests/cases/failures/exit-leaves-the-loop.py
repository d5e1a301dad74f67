"""KeyboardInterrupt leaves the loop: it shows the loop's lines there, and none where its task is asked again."""
import asyncio


async def work():
    raise KeyboardInterrupt('enough')


async def main(task):
    try:
        await asyncio.sleep(1)
    finally:
        await task


async def outer():
    await main(asyncio.create_task(work()))


asyncio.run(asyncio.wait_for(outer(), 2), debug=True)
