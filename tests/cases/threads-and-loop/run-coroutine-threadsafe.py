# A loop in a thread of its own, used from the main thread.
import asyncio
import threading
import time

async def work(n):
    await asyncio.sleep(n)
    return n * 10

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
futures = [asyncio.run_coroutine_threadsafe(work(n), loop) for n in (2, 1)]
print(type(futures[0]).__module__)
for future in futures:
    print(future.result(), time.perf_counter())
try:
    asyncio.run_coroutine_threadsafe(work(5), loop).result(timeout=1)
except TimeoutError:
    print('not in time', time.perf_counter())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running(), thread.is_alive())
