# A lock released and taken again at once, while another waits for it.
import asyncio

async def waiter(lock):
    async with lock:
        print('waiter has it')

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(waiter(lock))
    await asyncio.sleep(0)
    lock.release()
    print('released', lock)
    await lock.acquire()
    print('main has it again; waiter done:', task.done())
    lock.release()
    await task

asyncio.run(main())
