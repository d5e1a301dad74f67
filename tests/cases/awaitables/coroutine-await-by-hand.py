# coroutine.__await__() gives an iterator: __await__ may hand it on, or go through it with yield from.
import asyncio


async def load(n):
    await asyncio.sleep(n)
    return n * 2


class Ready:
    def __await__(self):
        return load(1).__await__()


class Stepwise:
    def __await__(self):
        value = yield from load(2).__await__()
        return value + 1


class Wrong:
    def __await__(self):
        return load(3)


async def answer():
    return 42


async def main():
    print(await Ready(), await Stepwise(), await asyncio.gather(Ready(), Stepwise()))
    try:
        await asyncio.wait_for(Ready(), 0.5)
    except TimeoutError:
        print('too late at', asyncio.get_running_loop().time())
    try:
        await Wrong()
    except TypeError as error:
        print(error)

asyncio.run(main())
steps = answer().__await__()
print(type(steps), iter(steps) is steps)
try:
    next(steps)
except StopIteration as end:
    print(end.value)
