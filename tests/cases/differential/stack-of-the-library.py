# A task that runs a coroutine of asyncio's own has a stack, too.
import asyncio
import sys


async def main():
    event, queue = asyncio.Event(), asyncio.Queue()
    for waiting in asyncio.sleep(1), event.wait(), queue.get():
        task = asyncio.create_task(waiting)
        task.print_stack(file=sys.stdout)
        await asyncio.sleep(0)
        task.print_stack(file=sys.stdout)
        print([frame.f_code.co_name for frame in task.get_stack()])


asyncio.run(main())
