# Where a task stands that sleeps for no time, and one that sleeps for some.
import asyncio
import sys


async def main():
    for delay in 0, -1, 0.1:
        task = asyncio.create_task(asyncio.sleep(delay), name=f"sleeps {delay}")
        print(task)
        await asyncio.sleep(0)
        print(task)
        task.print_stack(file=sys.stdout)
        await task
        print(task)


asyncio.run(main())
