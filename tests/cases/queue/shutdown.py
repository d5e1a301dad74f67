# shutdown (3.13): no more puts; gets go on until the queue is empty.
import asyncio

async def consumer(name, queue):
    try:
        while True:
            print(name, await queue.get())
            await asyncio.sleep(1)
            queue.task_done()
    except asyncio.QueueShutDown as error:
        print(name, repr(error), asyncio.get_running_loop().time())

async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(consumer(name, queue)) for name in 'AB']
    for n in range(3):
        await queue.put(n)
    queue.shutdown()
    print(queue)
    try:
        queue.put_nowait(9)
    except asyncio.QueueShutDown:
        print('too late to put')
    await queue.join()
    await asyncio.wait(tasks)

asyncio.run(main())
