# wait returns two sets of tasks and raises nothing.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError('two')
    return n

async def main():
    tasks = [asyncio.create_task(work(n), name=f'w{n}') for n in (3, 2, 1)]
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending), asyncio.get_running_loop().time())
    for task in sorted(done, key=asyncio.Task.get_name):
        print(task)

asyncio.run(main())
