"""print_stack of a task that has failed: frames stand where they are now, also those that wait, and a timeout that
the awaited task had is none of wait_for's own."""
import asyncio
import sys

queue = asyncio.Queue()


async def fails():
    print(nowhere)


async def too_late():
    await asyncio.wait_for(queue.get(), 0.25)


async def shows(task):
    task.print_stack(file=sys.stdout)


async def main():
    task = asyncio.create_task(fails())
    try:
        await task
    except NameError as error:
        print(error)
    shown = asyncio.create_task(shows(task))
    await asyncio.sleep(0)
    task = asyncio.create_task(too_late())
    try:
        await task
    except TimeoutError as error:
        print(repr(error))
    try:
        await asyncio.wait_for(task, 0.25)
    except TimeoutError as error:
        print(repr(error))
    task.print_stack(file=sys.stdout)


asyncio.run(main())
