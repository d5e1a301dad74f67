# acquire without await takes no lock; release then fails.
import asyncio

async def main():
    lock = asyncio.Lock()
    lock.acquire()
    print(lock.locked())
    lock.release()

asyncio.run(main())
