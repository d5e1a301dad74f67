# put_nowait after get: the waiting putter and the newcomer.
import asyncio

async def putter(queue):
    await queue.put('waited')
    print('the putter got its place')

async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait('first')
    task = asyncio.create_task(putter(queue))
    await asyncio.sleep(0)
    print(queue.get_nowait())
    queue.put_nowait('newcomer')
    await asyncio.sleep(0)
    print(task.done(), queue)
    print(await queue.get())
    await task
    print(queue)

asyncio.run(main())
