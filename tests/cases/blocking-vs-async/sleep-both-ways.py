# time.sleep against asyncio.sleep in the same three coroutines.
import asyncio
import time

async def blocking(name):
    print(name, 'starts')
    time.sleep(1)
    print(name, 'ends')

async def polite(name):
    print(name, 'starts')
    await asyncio.sleep(1)
    print(name, 'ends')

async def measure(work):
    begin = time.perf_counter()
    await asyncio.gather(*(work(name) for name in 'ABC'))
    print(work.__name__, time.perf_counter() - begin)

asyncio.run(measure(blocking))
asyncio.run(measure(polite))
