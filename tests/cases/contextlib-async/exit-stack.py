# AsyncExitStack closes in reverse order, whatever was entered.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

@asynccontextmanager
async def connection(n):
    print('connect', n)
    await asyncio.sleep(0.1)
    yield f'connection {n}'
    print('disconnect', n)

@contextmanager
def logged():
    print('log begins')
    yield
    print('log ends')

async def farewell(name):
    print('good-bye', name)

async def main():
    async with AsyncExitStack() as stack:
        stack.enter_context(logged())
        connections = [await stack.enter_async_context(connection(n)) for n in range(2)]
        stack.push_async_callback(farewell, 'Ann')
        stack.callback(print, 'plain callback')
        print(connections)

asyncio.run(main())
