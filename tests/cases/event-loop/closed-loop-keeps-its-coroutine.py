"""What is handed to a closed loop lives as long as the exception that refuses it."""
import asyncio


async def greet():
    print('hi')
    await asyncio.sleep(1)
    return 42


loop = asyncio.new_event_loop()
print(loop.run_until_complete(greet()))
loop.close()
try:
    loop.run_until_complete(greet())
except RuntimeError as error:
    print(repr(error))
print('and on')
