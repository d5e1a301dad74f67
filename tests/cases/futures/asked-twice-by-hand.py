# Who resumes a coroutine by hand has to wait for the future that it yields.
import asyncio


async def work(future):
    return await future


async def main():
    future = asyncio.get_running_loop().create_future()
    coroutine = work(future)
    print(coroutine.send(None) is future, future._asyncio_future_blocking)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print(error)

    other = asyncio.get_running_loop().create_future()
    coroutine = work(other)
    coroutine.send(None)
    other.set_result("there")
    try:
        coroutine.send(None)
    except StopIteration as end:
        print(end.value)

    def pair():
        yield from asyncio.get_running_loop().create_future()

    try:
        first, second = pair()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
