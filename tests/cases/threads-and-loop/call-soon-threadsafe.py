# A thread hands a result to the loop.
import asyncio
import threading
import time

def worker(loop, future):
    time.sleep(1)
    print('thread sets the result')
    loop.call_soon_threadsafe(future.set_result, 'from the thread')

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    threading.Thread(target=worker, args=(loop, future)).start()
    print(await future, loop.time())

asyncio.run(main())
