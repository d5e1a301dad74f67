# A cancelled task awaited without except.
import asyncio

async def main():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(1)
    task.cancel('enough')
    await task

asyncio.run(main())
