# async with calls the wait() that a subclass of Barrier has.
import asyncio


class ToldBarrier(asyncio.Barrier):
    async def wait(self):
        print("arrives")
        place = await super().wait()
        print("leaves", place)
        return place


async def main():
    barrier = ToldBarrier(2)

    async def cross():
        async with barrier as place:
            print("across", place)

    await asyncio.gather(cross(), cross())


asyncio.run(main())
