# acquire, release, locked, and the repr with waiters.
import asyncio

async def waiter(lock):
    print(await lock.acquire())
    lock.release()

async def main():
    lock = asyncio.Lock()
    print(lock, lock.locked())
    await lock.acquire()
    tasks = [asyncio.create_task(waiter(lock)) for _ in range(2)]
    await asyncio.sleep(0)
    print(lock, lock.locked())
    lock.release()
    print(lock)
    await asyncio.wait(tasks)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
