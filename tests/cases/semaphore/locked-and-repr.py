# locked() and the repr while permits come and go.
import asyncio

async def waiter(semaphore):
    async with semaphore:
        await asyncio.sleep(1)

async def main():
    semaphore = asyncio.Semaphore(2)
    print(semaphore, semaphore.locked())
    tasks = [asyncio.create_task(waiter(semaphore)) for _ in range(4)]
    for _ in range(4):
        await asyncio.sleep(0.6)
        print(semaphore, semaphore.locked())
    await asyncio.wait(tasks)
    semaphore.release()
    print(semaphore, await semaphore.acquire())

asyncio.run(main())
