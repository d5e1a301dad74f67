# Two tasks initialise the same thing: with and without a lock.
import asyncio

class Service:
    instance = None
    made = 0

    @classmethod
    async def get(cls, lock=None):
        if lock:
            async with lock:
                return await cls.get()
        if cls.instance is None:
            await asyncio.sleep(0.1)
            cls.instance = object()
            cls.made += 1
        return cls.instance

async def main():
    for lock in (None, asyncio.Lock()):
        Service.instance, Service.made = None, 0
        got = await asyncio.gather(*(Service.get(lock) for _ in range(4)))
        print('made', Service.made, 'all the same:', len(set(map(id, got))) == 1)

asyncio.run(main())
