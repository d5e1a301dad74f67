# Two loops in two threads.
import asyncio
import threading

async def count(name, step):
    for n in range(3):
        print(name, n, threading.current_thread().name)
        await asyncio.sleep(step)

threads = [threading.Thread(target=asyncio.run, args=(count(name, step),), name=f'thread-{name}')
           for name, step in (('a', 1), ('b', 0.4))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('both ended')
