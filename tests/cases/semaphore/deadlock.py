# A permit that is never given back: everyone waits for ever.
import asyncio

async def forgetful(n, semaphore):
    await semaphore.acquire()
    print(n, 'has a permit and keeps it')

async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(forgetful(n, semaphore) for n in range(4)))
    print('never printed')

asyncio.run(main())
