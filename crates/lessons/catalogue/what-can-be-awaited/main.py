import asyncio


class Nap:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return f"slept {self.seconds} s"


async def word():
    return "a coroutine's value"


async def main():
    print(await word())
    print(await asyncio.create_task(word()))
    print(await Nap(2))
    for thing in (word, 3):
        try:
            await thing
        except TypeError as error:
            print(error)


asyncio.run(main())
