# The repr of a task in each of its states.
import asyncio

async def work(how):
    await asyncio.sleep(1)
    if how == 'fail':
        raise ValueError('bad luck')
    return how

def callback(task):
    pass

async def main():
    tasks = [asyncio.create_task(work(how), name=how) for how in ('fine', 'fail', 'cancel')]
    tasks[0].add_done_callback(callback)
    print(tasks[0])
    await asyncio.sleep(0.5)
    print(tasks[0])
    tasks[2].cancel()
    print(tasks[2])
    await asyncio.wait(tasks)
    for task in tasks:
        print(task)
    print(repr(tasks[1].exception()), asyncio.current_task())

asyncio.run(main())
