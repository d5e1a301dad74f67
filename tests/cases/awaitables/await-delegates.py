# __await__ that hands on to something else.
import asyncio

class Lazy:
    def __init__(self, factory):
        self.factory = factory
        self.task = None

    def __await__(self):
        if self.task is None:
            self.task = asyncio.ensure_future(self.factory())
        return self.task.__await__()

async def expensive():
    print('computing')
    await asyncio.sleep(1)
    return 42

async def main():
    value = Lazy(expensive)
    print(await value, await value, asyncio.get_running_loop().time())

asyncio.run(main())
