# A misspelt variable in a task, found at the await.
import asyncio

async def work(seconds):
    await asyncio.sleep(second)

async def main():
    await asyncio.create_task(work(1))

asyncio.run(main())
