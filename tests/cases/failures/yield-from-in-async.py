# yield from is not allowed in async functions.
import asyncio

async def work():
    yield from asyncio.sleep(1)

asyncio.run(work())
