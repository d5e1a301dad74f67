# Closing a coroutine closes first what it awaits, and what only that held is gone before the outer one hears of it.
import asyncio


class Thing:
    def __del__(self):
        print('thing gone')


async def inner():
    thing = Thing()
    await asyncio.sleep(10)


async def fails():
    raise ValueError


async def waits():
    tasks = [asyncio.create_task(fails()), asyncio.create_task(asyncio.sleep(5))]
    await asyncio.wait(tasks)


async def middle(what):
    try:
        await what()
    finally:
        print('middle')


async def outer(what):
    try:
        await middle(what)
    except BaseException as error:
        print('outer', repr(error), repr(error.__context__))


async def exits(name):
    try:
        await asyncio.sleep(0.05)
        raise SystemExit('out')
    finally:
        print('left', name)


async def two():
    tasks = [asyncio.create_task(exits('first')), asyncio.create_task(exits('second'))]
    await asyncio.wait(tasks)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message']))
    for what in inner, waits:
        task = asyncio.create_task(outer(what))
        await asyncio.sleep(1)
        task.get_coro().close()
        print('closed', what.__name__)
        await asyncio.sleep(5)
    coroutine = outer(inner)
    coroutine.send(None)
    del coroutine
    print('dropped')


asyncio.run(main())
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(outer(two))
except SystemExit:
    pass
loop.close()
del loop
