# A waiter that is cancelled after it was given a permit passes it on.
import asyncio

async def waiter(name, semaphore):
    async with semaphore:
        print(name, 'in')

async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    a, b = (asyncio.create_task(waiter(name, semaphore)) for name in 'ab')
    await asyncio.sleep(0)
    semaphore.release()
    a.cancel()
    await asyncio.wait([a, b])
    print(a.cancelled(), b.done(), semaphore)

asyncio.run(main())
