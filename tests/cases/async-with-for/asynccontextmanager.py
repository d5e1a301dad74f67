# contextlib turns a generator into something for async with.
import asyncio
from contextlib import asynccontextmanager

@asynccontextmanager
async def transaction(name):
    print('begin', name)
    await asyncio.sleep(0.1)
    try:
        yield name.upper()
    except ValueError as error:
        print('roll back', name, error)
    else:
        print('commit', name)
    finally:
        print('close', name)

async def main():
    async with transaction('first') as name:
        print('in', name)
    async with transaction('second'):
        raise ValueError('bad data')
    try:
        async with transaction('third'):
            raise KeyError('worse')
    except KeyError as error:
        print('came through:', error)

asyncio.run(main())
