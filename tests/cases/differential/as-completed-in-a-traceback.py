# An exception that as_completed has raised keeps the others' results and failures alive.
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "is gone")


async def fails(name):
    thing = Noisy(name)
    raise LookupError(name)


async def main():
    try:
        for earliest in asyncio.as_completed([fails("first"), fails("second")]):
            await earliest
    except LookupError as error:
        del earliest
        print("caught", error)
        await asyncio.sleep(1)
    print("over")


asyncio.run(main())
