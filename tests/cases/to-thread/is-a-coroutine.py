# to_thread does nothing until it is awaited.
import asyncio
import time

def work():
    print('thread works')
    time.sleep(1)
    return 'ok'

async def main():
    pending = asyncio.to_thread(work)
    print(type(pending).__name__)
    await asyncio.sleep(2)
    print('not begun yet')
    task = asyncio.create_task(pending)
    await asyncio.sleep(0)
    print('now it has begun')
    print(await task, asyncio.get_running_loop().time())

asyncio.run(main())
