import asyncio
from dataclasses import dataclass


@dataclass
class Robot:
    name: str
    speed: float
    done: int = 0

    async def paint(self, walls):
        for _ in range(walls):
            await asyncio.sleep(1 / self.speed)
            self.done += 1
            print(self)


class Careful(Robot):
    async def paint(self, walls):
        await asyncio.sleep(1)
        print(self.name, "has covered the floor")
        await super().paint(walls)


async def main():
    robots = [Careful("R1", speed=2), Robot("R2", speed=0.5)]
    await asyncio.gather(*(robot.paint(2) for robot in robots))


asyncio.run(main())
