# A queue of size two between a quick producer and a slow consumer.
import asyncio

async def producer(queue):
    for n in range(5):
        await queue.put(n)
        print(f'{asyncio.get_running_loop().time():.1f} put {n}, size {queue.qsize()}')
    await queue.put(None)

async def consumer(queue):
    while (item := await queue.get()) is not None:
        print(f'{asyncio.get_running_loop().time():.1f}     got {item}')
        await asyncio.sleep(1)

async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))

asyncio.run(main())
