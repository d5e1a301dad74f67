# A bounded buffer from one condition.
import asyncio

class Buffer:
    def __init__(self, size):
        self.items, self.size, self.changed = [], size, asyncio.Condition()

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.changed.notify_all()

    async def get(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.items)
            self.changed.notify_all()
            return self.items.pop(0)

async def produce(buffer):
    for n in range(4):
        await buffer.put(n)
        print(f'{asyncio.get_running_loop().time():.1f} put {n} {buffer.items}')

async def consume(buffer):
    for _ in range(4):
        await asyncio.sleep(1)
        print(f'{asyncio.get_running_loop().time():.1f} got {await buffer.get()}')

async def main():
    buffer = Buffer(2)
    await asyncio.gather(produce(buffer), consume(buffer))

asyncio.run(main())
