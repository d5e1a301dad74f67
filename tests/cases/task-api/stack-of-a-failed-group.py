"""A task's stack shows where its frames stood last: that of a group, behind the line that it was left by."""
import asyncio
import sys


async def work():
    async with asyncio.TaskGroup():
        raise ValueError('no')


async def main():
    task = asyncio.create_task(work())
    await asyncio.wait([task])
    task.print_stack(file=sys.stdout)
    print([frame.f_lineno for frame in task.get_stack()])


asyncio.run(main())
