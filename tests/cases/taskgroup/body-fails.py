# The body itself fails: tasks are cancelled, its exception is in the group.
import asyncio

async def work(n):
    try:
        await asyncio.sleep(n)
    finally:
        print('work', n, 'ends')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(5))
            group.create_task(work(6))
            await asyncio.sleep(1)
            raise KeyError('in the body')
    except* KeyError as errors:
        print(errors.exceptions, asyncio.get_running_loop().time())

asyncio.run(main())
