# Two producers, three consumers, and a sentinel for each consumer.
import asyncio

async def producer(name, queue, count):
    for n in range(count):
        await asyncio.sleep(0.2)
        await queue.put(f'{name}{n}')

async def consumer(name, queue, results):
    while (item := await queue.get()) is not None:
        await asyncio.sleep(0.5)
        results.append((name, item))
    print(name, 'leaves at', round(asyncio.get_running_loop().time(), 2))

async def main():
    queue, results = asyncio.Queue(maxsize=2), []
    consumers = [asyncio.create_task(consumer(f'c{n}', queue, results)) for n in range(3)]
    await asyncio.gather(producer('x', queue, 4), producer('y', queue, 4))
    for _ in consumers:
        await queue.put(None)
    await asyncio.gather(*consumers)
    print(*results, sep='\n')

asyncio.run(main())
