# How to ask whether something can be awaited.
import asyncio
import inspect
import types
from collections.abc import Awaitable, Coroutine

class Own:
    def __await__(self):
        yield

@types.coroutine
def old_style():
    yield

async def native():
    pass

async def main():
    things = [native(), old_style(), Own(), asyncio.get_running_loop().create_future(), native, 3]
    for thing in things:
        print(f'{type(thing).__name__:10}', inspect.isawaitable(thing), asyncio.iscoroutine(thing),
              isinstance(thing, Awaitable), isinstance(thing, Coroutine))
    things[0].close()

asyncio.run(main())
