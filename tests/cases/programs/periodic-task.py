# A task every second: one run takes too long, and the next ones catch up.
import asyncio

async def every(interval, function, times):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for n in range(1, times + 1):
        await function(n)
        await asyncio.sleep(max(0, start + n * interval - loop.time()))

async def work(n):
    print(f'{asyncio.get_running_loop().time():.2f} run {n}')
    await asyncio.sleep(1.4 if n == 2 else 0.3)

asyncio.run(every(1, work, 5))
