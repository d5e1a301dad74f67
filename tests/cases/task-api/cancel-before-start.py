# A task cancelled before its first step runs not one line.
import asyncio

async def work():
    print('never printed')

async def main():
    task = asyncio.create_task(work())
    print(task.cancel(), task.cancelled(), task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled(), task.done())
    print(task.cancel())

asyncio.run(main())
