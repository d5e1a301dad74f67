# A task can be awaited many times, by many; it runs once.
import asyncio

async def work():
    print('working')
    await asyncio.sleep(1)
    return object

async def reader(name, task):
    print(name, (await task).__name__, asyncio.get_running_loop().time())

async def main():
    task = asyncio.create_task(work())
    await asyncio.gather(reader('a', task), reader('b', task))
    await reader('c', task)
    print(task.result() is await task)

asyncio.run(main())
