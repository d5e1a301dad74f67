# While a thread sleeps, the loop goes on ticking.
import asyncio
import time

def blocking():
    print(f'{time.perf_counter():.1f} thread sleeps')
    time.sleep(1)
    print(f'{time.perf_counter():.1f} thread wakes')
    return 'from the thread'

async def ticker():
    while True:
        print(f'{time.perf_counter():.1f} tick')
        await asyncio.sleep(0.3)

async def main():
    ticking = asyncio.create_task(ticker())
    result = await asyncio.get_running_loop().run_in_executor(None, blocking)
    print(f'{time.perf_counter():.1f} main got', result)
    ticking.cancel()

asyncio.run(main())
