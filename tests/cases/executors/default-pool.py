# run_in_executor(None, …): blocking functions in the default pool.
import asyncio
import threading
import time

def blocking(n):
    name = threading.current_thread().name
    time.sleep(n)
    return f'{n} s in {name}'

async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.run_in_executor(None, blocking, n) for n in (2, 1, 3)]
    print(type(futures[0]).__name__, loop.time())
    for line in await asyncio.gather(*futures):
        print(line, loop.time())

asyncio.run(main())
