# Eager tasks in a group: what doesn't pause is done at once.
import asyncio

async def quick(n):
    print('quick', n)
    return n

async def slow(n):
    print('slow', n)
    await asyncio.sleep(n)
    return n

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(quick(1))
        print('first done?', first.done())
        second = group.create_task(slow(2))
        print('second done?', second.done())
    print(first.result(), second.result(), asyncio.get_running_loop().time())

asyncio.run(main())
