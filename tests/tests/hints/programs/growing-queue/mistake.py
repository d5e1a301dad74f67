import asyncio


async def produce(queue):
    for number in range(20):
        await asyncio.sleep(0.1)
        await queue.put(number)


async def consume(queue):
    while True:
        await queue.get()
        await asyncio.sleep(1)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    consumer = asyncio.create_task(consume(queue))
    await produce(queue)
    await queue.join()
    consumer.cancel()


asyncio.run(main())
