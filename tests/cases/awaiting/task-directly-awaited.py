# create_task with await at once is no faster than a plain await.
import asyncio

async def work(n):
    await asyncio.sleep(1)
    return n * n

async def main():
    loop = asyncio.get_running_loop()
    results = []
    for n in range(3):
        results.append(await asyncio.create_task(work(n)))
    print(results, loop.time())
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    print([await task for task in tasks], loop.time())

asyncio.run(main())
