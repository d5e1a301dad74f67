# A task accepts only futures and bare yields from what it awaits.
import asyncio

class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value

async def main():
    for value in (5, 'text', Yields):
        try:
            await Yields(value)
        except RuntimeError as error:
            print(error)

asyncio.run(main())
