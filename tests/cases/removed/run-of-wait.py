# python: 3.10
# The one-liner asyncio.run(asyncio.wait(…)).
import asyncio

async def work(n):
    await asyncio.sleep(n)
    print('done', n)

asyncio.run(asyncio.wait([work(1), work(2)]))
