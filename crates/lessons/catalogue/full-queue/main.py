import asyncio


async def producer(belt):
    for number in range(1, 6):
        await belt.put(number)
        print("put", number)


async def consumer(belt):
    for _ in range(5):
        await asyncio.sleep(2)
        print("took", await belt.get())


async def main():
    belt = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(belt), consumer(belt))


asyncio.run(main())
