# An exception that a stack of managers has raised keeps itself, and the frame in which it was caught, alive:
# the generator there is closed with the loop.
import asyncio
import contextlib


class Manager:
    async def __aenter__(self):
        pass

    async def __aexit__(self):
        pass


async def items():
    try:
        yield 1
    finally:
        print('closed by', asyncio.current_task().get_name())


@contextlib.asynccontextmanager
async def managed():
    flow = items()
    print(await anext(flow))
    await asyncio.sleep(1)
    yield


async def enter():
    await managed().__aenter__()


async def main():
    global task
    try:
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(Manager())
    except TypeError as error:
        print(error)
    flow = items()
    print(await anext(flow))
    task = asyncio.create_task(enter())
    await asyncio.sleep(0)


asyncio.run(main())
