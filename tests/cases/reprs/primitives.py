# How the primitives look when printed, with somebody waiting.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    queue, barrier, semaphore = asyncio.Queue(1), asyncio.Barrier(2), asyncio.BoundedSemaphore(1)
    await lock.acquire()
    await semaphore.acquire()
    queue.put_nowait({'a': 1})
    waiting = [lock.acquire(), event.wait(), queue.put(2), barrier.wait(), semaphore.acquire()]
    tasks = [asyncio.create_task(coroutine) for coroutine in waiting]
    await asyncio.sleep(0)
    for thing in (lock, event, condition, queue, barrier, semaphore):
        print(thing)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)

asyncio.run(main())
