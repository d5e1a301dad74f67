# A generator that yields never, or twice.
import asyncio
from contextlib import asynccontextmanager

@asynccontextmanager
async def never():
    if False:
        yield

@asynccontextmanager
async def twice():
    yield 1
    yield 2

@asynccontextmanager
async def swallows():
    try:
        yield
    except ValueError:
        print('swallowed')

async def main():
    for manager in (never, twice):
        try:
            async with manager():
                print('body of', manager.__name__)
        except RuntimeError as error:
            print(error)
    async with swallows():
        raise ValueError
    print('end')

asyncio.run(main())
