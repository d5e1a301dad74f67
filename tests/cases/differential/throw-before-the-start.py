# What is thrown into code that has not begun comes out at once: its `try` is not entered yet.
import asyncio
import traceback
import sys


async def work():
    try:
        await asyncio.sleep(1)
    finally:
        print('never')


def numbers():
    try:
        yield 1
    except ValueError:
        print('never')


async def main():
    task = asyncio.create_task(work())
    print([frame.f_lineno for frame in task.get_stack()])
    task.print_stack(file=sys.stdout)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        traceback.print_exc(file=sys.stdout)
    try:
        numbers().throw(ValueError('too early'))
    except ValueError:
        traceback.print_exc(file=sys.stdout)


asyncio.run(main())
