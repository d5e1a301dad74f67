# Permits given back later by a task of its own: 15 calls, 3 in every 5 seconds, 25 seconds in all.
import asyncio

async def give_back(semaphore, seconds):
    await asyncio.sleep(seconds)
    semaphore.release()

async def call(n, semaphore):
    await semaphore.acquire()
    print(f'{asyncio.get_running_loop().time():4.1f} call {n}')
    back = asyncio.create_task(give_back(semaphore, 5))
    await asyncio.sleep(1)
    await back

async def main():
    semaphore = asyncio.Semaphore(3)
    await asyncio.gather(*(call(n, semaphore) for n in range(15)))
    print('all', asyncio.get_running_loop().time())

asyncio.run(main())
