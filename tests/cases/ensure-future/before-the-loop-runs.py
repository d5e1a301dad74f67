# In old lessons tasks are made first and the loop is run afterwards.
import asyncio

async def work(name, delay):
    await asyncio.sleep(delay)
    print(name, 'done')
    return name

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
tasks = [asyncio.ensure_future(work('a', 2), loop=loop), loop.create_task(work('b', 1))]
print(tasks[0])
loop.run_until_complete(asyncio.wait(tasks))
for task in tasks:
    print(task.get_name(), task.result())
loop.close()
