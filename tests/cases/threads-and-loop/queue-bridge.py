# A thread reads from a queue.Queue what coroutines put there.
import asyncio
import queue
import threading
import time

def printer(lines):
    while (line := lines.get()) is not None:
        time.sleep(0.5)
        print(f'{time.perf_counter():.1f} printed {line}')

async def writer(name, lines):
    for n in range(2):
        lines.put(f'{name}{n}')
        await asyncio.sleep(0.1)

async def main():
    lines = queue.Queue()
    thread = threading.Thread(target=printer, args=(lines,))
    thread.start()
    await asyncio.gather(writer('a', lines), writer('b', lines))
    lines.put(None)
    await asyncio.to_thread(thread.join)
    print('end', time.perf_counter())

asyncio.run(main())
