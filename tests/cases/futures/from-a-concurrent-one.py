# wrap_future makes a thread's future awaitable.
import asyncio
import concurrent.futures
import time

def work(n):
    time.sleep(n)
    return n * 10

async def main():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        futures = [asyncio.wrap_future(pool.submit(work, n)) for n in (2, 1)]
        print(type(futures[0]).__name__)
        print(await asyncio.gather(*futures), asyncio.get_running_loop().time())

asyncio.run(main())
