# A true value from __aexit__ ends the exception there.
import asyncio

class Ignore:
    def __init__(self, *kinds):
        self.kinds = kinds

    async def __aenter__(self):
        return None

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        swallowed = kind is not None and issubclass(kind, self.kinds)
        print('exit', kind and kind.__name__, swallowed)
        return swallowed

async def main():
    async with Ignore(KeyError) as nothing:
        print(nothing)
        {}['x']
    print('after KeyError')
    async with Ignore(KeyError):
        int('x')
    print('never printed')

try:
    asyncio.run(main())
except ValueError as error:
    print('outside:', error)
