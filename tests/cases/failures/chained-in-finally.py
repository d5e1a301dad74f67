# An exception in the finally of a cancelled task.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    finally:
        {}['missing']

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await task

asyncio.run(main())
