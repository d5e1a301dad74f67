# What __anext__ returned is told before what follows from it.
import asyncio


class Numbers:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 1


async def main():
    async for number in Numbers():
        print(number)


asyncio.run(main())
