import asyncio


async def numbers():
    yield 1
    yield 2
    yield 3


async def twice(step):
    try:
        print("first:", await step)
        print("again:", await step)
    except (RuntimeError, StopAsyncIteration) as error:
        print(f"{type(error).__name__}: {error}")


async def main():
    source = numbers()
    await twice(anext(source))
    await twice(source.__anext__())
    await twice(source.asend(None))
    await twice(source.__anext__())
    other = numbers()
    await anext(other)
    await twice(other.aclose())


asyncio.run(main())
