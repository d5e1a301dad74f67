# What is thrown into a coroutine has as its context what each frame handles that it passes, and nothing that a frame
# handles which it has not come to yet.
import asyncio


async def inner(awaited):
    try:
        await awaited
    except BaseException as error:
        print('  inner', repr(error), repr(error.__context__))
        raise


async def outer(awaited):
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            await inner(awaited)
        except BaseException as error:
            print('  outer', repr(error), repr(error.__context__))
            raise


async def task_of(awaited):
    try:
        await outer(awaited)
    except BaseException as error:
        print('  task', repr(error), repr(error.__context__))


async def fails():
    await asyncio.sleep(0)
    raise ValueError


async def recovers(future):
    try:
        await future
    except BaseException:
        pass
    try:
        {}['missing']
    except KeyError as error:
        print('  recovered', repr(error), repr(error.__context__))
    await asyncio.sleep(0)
    try:
        {}['missing']
    except KeyError as error:
        print('  later', repr(error), repr(error.__context__))


async def items():
    try:
        yield 1
    except BaseException as error:
        print('  items', repr(error), repr(error.__context__))


def plain():
    try:
        yield 1
    except BaseException as error:
        print('  plain', repr(error), repr(error.__context__))


def delegating():
    try:
        1 / 0
    except ZeroDivisionError:
        yield from plain()


async def cancelled(awaited):
    task = asyncio.create_task(task_of(awaited))
    await asyncio.sleep(0)
    task.cancel()
    await task


async def main():
    loop = asyncio.get_running_loop()
    for make in (
        loop.create_future,
        lambda: asyncio.sleep(1),
        lambda: asyncio.sleep(0),
        lambda: asyncio.create_task(asyncio.sleep(1)),
        asyncio.Event().wait,
        lambda: asyncio.wait_for(asyncio.sleep(1), 2),
        lambda: asyncio.gather(asyncio.sleep(1)),
        asyncio.Queue().get,
    ):
        print('cancelled')
        await cancelled(make())
    print('too late to cancel what it waits for')
    future = loop.create_future()
    task = asyncio.create_task(task_of(future))
    await asyncio.sleep(0)
    future.set_result(1)
    task.cancel()
    await task
    print('failed')
    future = loop.create_future()
    task = asyncio.create_task(task_of(future))
    await asyncio.sleep(0)
    future.set_exception(OSError())
    await task
    for make in (lambda: asyncio.create_task(fails()), fails, lambda: asyncio.wait_for(fails(), 1)):
        await task_of(make())
    print('out of time')
    try:
        async with asyncio.timeout(0.1):
            await task_of(asyncio.sleep(1))
    except TimeoutError as error:
        print(repr(error), repr(error.__context__))
    await task_of(asyncio.wait_for(asyncio.sleep(1), 0.1))
    print('handled in there')
    task = asyncio.create_task(outer(recovers(future := loop.create_future())))
    await asyncio.sleep(0)
    future.set_exception(OSError())
    await task
    print('thrown')
    try:
        1 / 0
    except ZeroDivisionError:
        flow = items()
        await anext(flow)
        try:
            await flow.athrow(ValueError())
        except StopAsyncIteration:
            pass
        for leave in (lambda flow: flow.throw(ValueError()), lambda flow: flow.close()):
            flow = plain()
            next(flow)
            try:
                leave(flow)
            except BaseException as error:
                print(repr(error))
    flow = delegating()
    next(flow)
    try:
        flow.throw(ValueError())
    except StopIteration as error:
        print(repr(error.__context__))


asyncio.run(main())
