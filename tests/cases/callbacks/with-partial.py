# functools.partial hands a callback more than the task.
import asyncio
from functools import partial

def store(results, key, task):
    results[key] = task.result()

async def square(n):
    await asyncio.sleep(1 / (n + 1))
    return n * n

async def main():
    results = {}
    tasks = []
    for n in range(4):
        task = asyncio.create_task(square(n))
        task.add_done_callback(partial(store, results, n))
        tasks.append(task)
    await asyncio.wait(tasks)
    print(results)

asyncio.run(main())
