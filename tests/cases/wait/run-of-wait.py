# interleave: removed=error
# The one-liner of old lessons, as Python 3.11 and later answer it.
import asyncio

async def work(n):
    print(n)
    await asyncio.sleep(n)

asyncio.run(asyncio.wait([work(1), work(2)]))
