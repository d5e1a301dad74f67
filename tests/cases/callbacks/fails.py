# An exception in a callback goes to the loop's handler; the task is unharmed.
import asyncio

def broken(task):
    raise RuntimeError('broken callback')

async def work():
    return 'fine'

async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(broken)
    print(await task)
    await asyncio.sleep(0)
    print('still running')

asyncio.run(main())
