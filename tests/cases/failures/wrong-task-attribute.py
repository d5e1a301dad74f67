# A misspelt method of a task.
import asyncio

async def main():
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    print(task.results())

asyncio.run(main())
