# Callbacks run in the order of adding; remove takes away all equal ones and says how many.
import asyncio

def first(task):
    print('first', task.get_name())

def second(task):
    print('second', task.get_name())

async def main():
    task = asyncio.create_task(asyncio.sleep(0.1), name='sleeper')
    for callback in (first, second, first, print, first):
        task.add_done_callback(callback)
    print(task.remove_done_callback(first))
    print(task.remove_done_callback(len))
    task.add_done_callback(first)
    await task
    await asyncio.sleep(0)

asyncio.run(main())
