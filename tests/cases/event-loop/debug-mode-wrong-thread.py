# In debug mode call_soon from another thread is an error.
import asyncio
import threading

def from_thread(loop):
    try:
        loop.call_soon(print, 'hello')
    except RuntimeError as error:
        print(error)

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(from_thread, loop)
    loop.set_debug(True)
    await asyncio.to_thread(from_thread, loop)

asyncio.run(main())
