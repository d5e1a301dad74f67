"""A million items through a queue, to a hundred workers."""
import asyncio

SIZE = 1_000_000
WORKERS = 100


async def work(queue, sums, own):
    while True:
        sums[own] += await queue.get()
        queue.task_done()


async def main():
    queue = asyncio.Queue(1000)
    sums = [0] * WORKERS
    workers = [asyncio.create_task(work(queue, sums, own)) for own in range(WORKERS)]
    for n in range(SIZE):
        await queue.put(n)
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(sum(sums))


asyncio.run(main())
