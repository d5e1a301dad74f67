# Forgetting task_done: join waits for ever.
import asyncio

async def worker(queue):
    while True:
        item = await queue.get()
        print('worked on', item)

async def main():
    queue = asyncio.Queue()
    for item in 'ab':
        queue.put_nowait(item)
    task = asyncio.create_task(worker(queue), name='worker')
    await queue.join()
    task.cancel()

asyncio.run(main())
