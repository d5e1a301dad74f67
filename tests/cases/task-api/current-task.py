# Which task am I? None outside of any.
import asyncio

async def who(depth):
    if depth:
        return await who(depth - 1)
    return asyncio.current_task().get_name()

def in_callback(loop):
    print('callback:', asyncio.current_task(loop))

async def main():
    loop = asyncio.get_running_loop()
    print(await who(3))
    print(await asyncio.create_task(who(3), name='another'))
    loop.call_soon(in_callback, loop)
    await asyncio.sleep(0)
    print(asyncio.current_task() is asyncio.current_task(loop))

asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
