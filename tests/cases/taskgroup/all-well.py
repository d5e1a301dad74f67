# A group waits for all its tasks at the end of the block.
import asyncio

async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, 'done')
    return name

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work('first', 2))
        second = group.create_task(work('second', 1), name='named')
        print('body ends', loop.time(), second.get_name())
    print('block ends', loop.time(), first.result(), second.result())
    async with asyncio.TaskGroup():
        print('an empty group')

asyncio.run(main())
