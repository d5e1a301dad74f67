# Three tasks, one lock: they go in turn.
import asyncio

async def use(name, lock):
    print(name, 'wants the lock')
    async with lock:
        print(name, 'has it', asyncio.get_running_loop().time())
        await asyncio.sleep(1)
    print(name, 'gave it back')

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(use(name, lock) for name in 'ABC'))

asyncio.run(main())
