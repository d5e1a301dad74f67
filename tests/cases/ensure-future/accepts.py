# ensure_future takes coroutines, futures and awaitables, and nothing else.
import asyncio

class Ready:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return 'ready'

async def coroutine():
    return 'coroutine'

async def main():
    task = asyncio.ensure_future(coroutine())
    print(type(task).__name__, await task)
    print(asyncio.ensure_future(task) is task)
    wrapped = asyncio.ensure_future(Ready())
    print(wrapped)
    print(type(wrapped).__name__, await wrapped)
    for wrong in (5, coroutine, [task]):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)

asyncio.run(main())
