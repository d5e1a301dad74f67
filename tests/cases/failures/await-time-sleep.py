# await time.sleep(1): first the whole program sleeps, then None can't be awaited.
import asyncio
import time

async def other():
    print('other', time.perf_counter())

async def main():
    task = asyncio.create_task(other())
    try:
        await time.sleep(1)
    except TypeError as error:
        print(error, time.perf_counter())
    await task

asyncio.run(main())
