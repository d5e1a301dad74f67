# The form of old lessons: get a loop, run until complete, close.
import asyncio

async def say():
    print('before')
    await asyncio.sleep(1)
    print('after')
    return 'result'

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(say()))
print(loop.is_running(), loop.is_closed(), loop.time())
loop.close()
print(loop.is_closed())
