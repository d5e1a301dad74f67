# Cancelling the waiter leaves the tasks alone.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    print('work', n, 'ends')

async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 3)]
    waiter = asyncio.create_task(asyncio.wait(tasks))
    await asyncio.sleep(2)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print('waiter cancelled;', [task.done() for task in tasks])
    await asyncio.sleep(2)

asyncio.run(main())
