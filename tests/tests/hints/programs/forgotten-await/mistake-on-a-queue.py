import asyncio


async def produce(queue):
    for number in range(3):
        queue.put(number)
        await asyncio.sleep(1)


async def main():
    queue = asyncio.Queue()
    await produce(queue)
    print(queue.qsize())


asyncio.run(main())
