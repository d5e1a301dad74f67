# Two complaints in one program: a callback's, and a task's.
import asyncio

async def job():
    await asyncio.sleep(0.1)
    return {}['key']

def done(task):
    print('the callback asks for the result')
    task.result()

async def main():
    task = asyncio.create_task(job(), name='asked')
    task.add_done_callback(done)
    await asyncio.sleep(0.2)
    print('main ends')

asyncio.run(main())
