# When an exception goes, so do the frames that it came through: the innermost first, with what only that one had.
import asyncio


async def fails(what):
    raise KeyError(what)


async def shields():
    inner = asyncio.create_task(fails('shielded, in the inner frame'))
    shielded = asyncio.shield(inner)
    await asyncio.sleep(0)
    return shielded


async def outer():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], context['exception']))
    alone = asyncio.create_task(fails('alone, in the outer frame'))
    shielding = asyncio.create_task(shields())
    await asyncio.sleep(0)
    print(shielding.cancel(), alone.done())
    await shielding


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def deep(depth):
    noisy = Noisy(depth)
    if depth == 3:
        raise ValueError(noisy.name)
    deep(depth + 1)


try:
    asyncio.run(outer())
except asyncio.CancelledError:
    print('cancelled')
try:
    deep(0)
except ValueError as error:
    print('caught', error)
print('over')
