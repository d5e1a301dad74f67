# shutdown(immediate=True) drops what is in the queue and wakes everyone.
import asyncio

async def putter(queue):
    try:
        await queue.put('one too many')
    except asyncio.QueueShutDown:
        print('put was interrupted')

async def joiner(queue):
    await queue.join()
    print('join is over')

async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait('x')
    tasks = [asyncio.create_task(function(queue)) for function in (putter, joiner)]
    await asyncio.sleep(1)
    queue.shutdown(immediate=True)
    await asyncio.wait(tasks)
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown:
        print('nothing is left:', queue.qsize(), queue)

asyncio.run(main())
