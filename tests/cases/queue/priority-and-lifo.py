# Three kinds of queue give the same items in three orders.
import asyncio

async def main():
    for kind in (asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind()
        for item in ((2, 'two'), (3, 'three'), (1, 'one'), (1, 'another')):
            await queue.put(item)
        print(queue)
        print(kind.__name__, [queue.get_nowait() for _ in range(queue.qsize())])
    queue = asyncio.PriorityQueue()
    queue.put_nowait((1, {}))
    try:
        queue.put_nowait((1, {}))
    except TypeError as error:
        print(error)

asyncio.run(main())
