# Who is cancelled while waiting loses the place; the permit goes to the next.
import asyncio

async def worker(name, semaphore):
    try:
        async with semaphore:
            print(name, 'in', asyncio.get_running_loop().time())
            await asyncio.sleep(2)
    except asyncio.CancelledError:
        print(name, 'cancelled', asyncio.get_running_loop().time())
        raise

async def main():
    semaphore = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(worker(name, semaphore), name=name) for name in 'abcd']
    await asyncio.sleep(1)
    tasks[1].cancel()
    await asyncio.sleep(2)
    print(semaphore)
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print(semaphore, [task.cancelled() for task in tasks])

asyncio.run(main())
