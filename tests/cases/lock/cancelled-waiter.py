# A waiter that is cancelled doesn't hold up those behind it.
import asyncio

async def use(name, lock):
    async with lock:
        print(name, asyncio.get_running_loop().time())
        await asyncio.sleep(1)

async def main():
    lock = asyncio.Lock()
    a, b, c = (asyncio.create_task(use(name, lock)) for name in 'abc')
    await asyncio.sleep(0.5)
    b.cancel()
    await asyncio.wait([a, b, c])
    print(b.cancelled(), lock)

asyncio.run(main())
