# With async for (3.13) one gets the tasks themselves.
import asyncio

async def work(name, seconds):
    await asyncio.sleep(seconds)
    return name.upper()

async def main():
    tasks = {asyncio.create_task(work(name, seconds), name=name): name
             for name, seconds in (('slow', 2), ('quick', 0.5), ('middle', 1))}
    async for task in asyncio.as_completed(tasks):
        print(tasks[task], task.get_name(), await task, task.done())

asyncio.run(main())
