# QueueEmpty and QueueFull, empty(), full(), maxsize.
import asyncio

async def main():
    queue = asyncio.Queue(2)
    print(queue.empty(), queue.full(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    queue.put_nowait('a')
    queue.put_nowait('b')
    print(queue.empty(), queue.full(), queue)
    try:
        queue.put_nowait('c')
    except asyncio.QueueFull as error:
        print(repr(error))
    endless = asyncio.Queue()
    for n in range(100):
        endless.put_nowait(n)
    print(endless.full(), endless.qsize())

asyncio.run(main())
