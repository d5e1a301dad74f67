# The third connection fails: those that are open are closed.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

@asynccontextmanager
async def connection(n):
    if n == 2:
        raise ConnectionError(f'cannot connect {n}')
    print('connect', n)
    try:
        yield n
    finally:
        await asyncio.sleep(0.5)
        print('disconnect', n, asyncio.get_running_loop().time())

async def main():
    try:
        async with AsyncExitStack() as stack:
            for n in range(4):
                await stack.enter_async_context(connection(n))
    except ConnectionError as error:
        print('caught', error)

asyncio.run(main())
