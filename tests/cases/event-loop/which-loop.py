# get_running_loop, get_event_loop, and set_event_loop.
import asyncio

async def inside():
    return asyncio.get_running_loop() is asyncio.get_event_loop()

try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
print(asyncio.run(inside()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(inside()))
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.set_event_loop('loop')
except TypeError as error:
    print(error)
loop.close()
