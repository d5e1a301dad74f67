import asyncio


async def consume(queue):
    while not queue.empty():
        await queue.get()
        await asyncio.sleep(1)


async def produce(queue):
    for number in range(20):
        await asyncio.sleep(1)
        await queue.put(number)


async def main():
    queue = asyncio.Queue()
    for number in range(20):
        queue.put_nowait(number)
    await asyncio.gather(consume(queue), consume(queue))
    paced = asyncio.Queue()
    producing = asyncio.create_task(produce(paced))
    for _ in range(20):
        await paced.get()
    await producing


asyncio.run(main())
