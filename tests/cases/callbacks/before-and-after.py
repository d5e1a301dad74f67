# A callback added after completion runs too, one turn later.
import asyncio

def report(task):
    print('callback:', task.result())

async def work():
    await asyncio.sleep(1)
    return 'value'

async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(report)
    await task
    print('main woke')
    task.add_done_callback(report)
    print('added again')
    await asyncio.sleep(0)
    print('end')

asyncio.run(main())
