# A cache that loads each key once, however many ask at the same time.
import asyncio

class Cache:
    def __init__(self, load):
        self.load, self.values, self.locks = load, {}, {}

    async def get(self, key):
        async with self.locks.setdefault(key, asyncio.Lock()):
            if key not in self.values:
                self.values[key] = await self.load(key)
            return self.values[key]

async def load(key):
    print(f'{asyncio.get_running_loop().time():.1f} loading {key}')
    await asyncio.sleep(1)
    return key.upper()

async def main():
    cache = Cache(load)
    print(await asyncio.gather(*(cache.get(key) for key in 'abaabb')))
    print(await cache.get('a'), asyncio.get_running_loop().time())

asyncio.run(main())
