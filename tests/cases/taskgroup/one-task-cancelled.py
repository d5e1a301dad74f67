# Cancelling one task of a group is no failure.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in (1, 2, 3)]
        await asyncio.sleep(0.5)
        tasks[1].cancel()
    print([task.cancelled() or task.result() for task in tasks], asyncio.get_running_loop().time())

asyncio.run(main())
