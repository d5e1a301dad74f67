# Awaiting two coroutines in a row: the second starts when the first has ended.
import asyncio
import time

async def work(name, seconds):
    print(f'{time.perf_counter():.0f} {name} begins')
    await asyncio.sleep(seconds)
    print(f'{time.perf_counter():.0f} {name} ends')
    return name

async def main():
    print(await work('A', 1))
    print(await work('B', 2))

asyncio.run(main())
