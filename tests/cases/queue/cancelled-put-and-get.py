# Cancelled putters and getters lose nothing.
import asyncio

async def put(queue, item):
    await queue.put(item)
    print('put', item)

async def main():
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(put(queue, item)) for item in 'abcd']
    await asyncio.sleep(0)
    print(queue)
    tasks[2].cancel()
    await asyncio.sleep(0)
    for _ in range(3):
        print('got', await queue.get())
        await asyncio.sleep(0)
    print(queue, [task.cancelled() for task in tasks])

asyncio.run(main())
