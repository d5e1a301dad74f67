# create_task outside of any coroutine.
import asyncio

async def work():
    pass

task = asyncio.create_task(work())
asyncio.run(work())
