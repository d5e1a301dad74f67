# Cancelling the task around a group cancels the group's tasks; no ExceptionGroup then.
import asyncio

async def work(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('work', n, 'cancelled')
        raise

async def parent():
    async with asyncio.TaskGroup() as group:
        for n in range(2):
            group.create_task(work(n))

async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print('parent:', repr(error), task.cancelled())

asyncio.run(main())
