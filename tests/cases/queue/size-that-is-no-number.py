# A queue finds out that its size is no number when it asks whether it is full; others do so at once.
import asyncio
import traceback


async def main():
    queue = asyncio.Queue(maxsize="3")
    print(queue.maxsize, queue.qsize(), queue.empty())
    try:
        queue.put_nowait(1)
    except TypeError:
        traceback.print_exc()
    try:
        await queue.put(1)
    except TypeError:
        traceback.print_exc()
    for kind in asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Barrier:
        try:
            kind("3")
        except TypeError:
            traceback.print_exc()
    asyncio.PriorityQueue(None).full()


asyncio.run(main())
