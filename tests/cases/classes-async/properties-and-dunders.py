# A property that returns a coroutine, and an object that can be called and awaited.
import asyncio

class Sensor:
    def __init__(self, value):
        self._value = value

    async def _read(self):
        await asyncio.sleep(0.1)
        return self._value

    @property
    def value(self):
        return self._read()

    async def __call__(self, factor):
        return factor * await self.value

    def __await__(self):
        return self._read().__await__()

async def main():
    sensor = Sensor(21)
    print(await sensor.value, await sensor(2), await sensor)
    print(asyncio.get_running_loop().time())

asyncio.run(main())
