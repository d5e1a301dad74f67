# Without a loop, get_event_loop still makes one, and says that this will change.
import asyncio

async def say():
    print('works')

loop = asyncio.get_event_loop()
loop.run_until_complete(say())
loop.close()
