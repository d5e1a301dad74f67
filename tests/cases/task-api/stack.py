# get_stack and print_stack show where a task is paused.
import asyncio
import sys

async def inner():
    await asyncio.sleep(10)

async def outer():
    await inner()

async def fails():
    raise ValueError('oops')

async def main():
    task = asyncio.create_task(outer(), name='outer')
    failed = asyncio.create_task(fails(), name='failed')
    await asyncio.sleep(1)
    print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()])
    task.print_stack(file=sys.stdout)
    failed.print_stack(file=sys.stdout)
    print(repr(failed.exception()))

asyncio.run(main())
