# A BoundedSemaphore refuses to hold more permits than it began with.
import asyncio

async def main():
    loose, strict = asyncio.Semaphore(1), asyncio.BoundedSemaphore(1)
    loose.release()
    print(loose)
    async with strict:
        print(strict)
    try:
        strict.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    print(asyncio.Semaphore(0))

asyncio.run(main())
