# A condition that cars wait for.
import asyncio

class Light:
    def __init__(self):
        self.colour, self.changed = 'red', asyncio.Condition()

    async def run(self, *phases):
        for colour, seconds in phases:
            async with self.changed:
                self.colour = colour
                print(f'{asyncio.get_running_loop().time():.0f} {colour}')
                self.changed.notify_all()
            await asyncio.sleep(seconds)

    async def wait_for_green(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.colour == 'green')

async def car(name, arrives, light):
    await asyncio.sleep(arrives)
    await light.wait_for_green()
    print(f'{asyncio.get_running_loop().time():.0f} car {name} drives')

async def main():
    light = Light()
    await asyncio.gather(light.run(('red', 3), ('green', 2), ('yellow', 1), ('red', 3), ('green', 1)),
                         car('A', 1, light), car('B', 2, light), car('C', 4, light), car('D', 5, light))

asyncio.run(main())
