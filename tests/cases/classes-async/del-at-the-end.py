# __del__ of an object that a coroutine holds: when does it die?
import asyncio

class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('bye', self.name)

async def holder(name, seconds):
    noisy = Noisy(name)
    await asyncio.sleep(seconds)
    print(noisy.name, 'was held')

async def main():
    task = asyncio.create_task(holder('finished', 1))
    other = asyncio.create_task(holder('cancelled', 5))
    await asyncio.sleep(2)
    print('at 2')
    other.cancel()
    await asyncio.wait([other])
    print('after cancel')

asyncio.run(main())
