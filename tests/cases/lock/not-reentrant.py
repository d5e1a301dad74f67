# Taking the same lock twice in one task waits for ever; a timeout shows it.
import asyncio

async def main():
    lock = asyncio.Lock()
    async with lock:
        try:
            async with asyncio.timeout(3):
                async with lock:
                    print('never')
        except TimeoutError:
            print('waited for myself until', asyncio.get_running_loop().time())
    print(lock.locked())

asyncio.run(main())
