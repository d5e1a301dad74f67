# A class with __aiter__ and __anext__; for-else, continue and break as ever.
import asyncio

class Readings:
    """The values of a sensor, one each half second."""

    def __init__(self, values):
        self.left = list(values)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        await asyncio.sleep(0.5)
        return self.left.pop(0)

async def main():
    loop = asyncio.get_running_loop()
    async for value in Readings([21, 22, None, 23]):
        if value is None:
            continue
        print(value, loop.time())
    else:
        print('else runs after the last one')
    async for value in Readings(range(100)):
        if value == 2:
            break
    else:
        print('not after break')
    print(loop.time())

asyncio.run(main())
