# A future of one loop awaited in another.
import asyncio

async def use(future):
    return await future

first = asyncio.new_event_loop()
future = first.create_future()
first.close()
asyncio.run(use(future))
