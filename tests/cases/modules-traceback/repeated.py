import asyncio
import sys
import traceback


def down(n):
    if n == 0:
        traceback.print_stack(file=sys.stdout)
        raise ValueError('the ground')
    down(n - 1)


for depth in (3, 4, 5):
    try:
        down(depth)
    except ValueError as error:
        print(''.join(traceback.format_tb(error.__traceback__)))


async def fails():
    raise ValueError('once')


async def main():
    task = asyncio.create_task(fails())
    for turn in range(5):
        try:
            await asyncio.gather(task)
        except ValueError:
            print('again')
    task.print_stack(file=sys.stdout)


asyncio.run(main())
