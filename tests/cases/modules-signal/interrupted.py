import asyncio
import os
import signal


async def cleans_up():
    loop = asyncio.get_running_loop()
    loop.call_later(1, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.5)
        print(f'cleaned up at {loop.time():.1f}')


async def goes_on():
    loop = asyncio.get_running_loop()
    loop.call_later(1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('not now')
    await asyncio.sleep(1)
    return 'its result'


async def interrupted_twice():
    loop = asyncio.get_running_loop()
    loop.call_later(1, signal.raise_signal, signal.SIGINT)
    loop.call_later(2, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    finally:
        print('hangs')
        try:
            await asyncio.sleep(10)
        finally:
            print(f'given up at {loop.time():.1f}')


async def by_itself():
    signal.raise_signal(signal.SIGINT)
    print('the rest of this step')
    await asyncio.sleep(0)
    print('never')


async def with_a_handler_of_its_own():
    signal.signal(signal.SIGINT, lambda number, frame: print('handled', number))
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(1)
    return 'not interrupted'


async def child_interrupts():
    async def child():
        await asyncio.sleep(1)
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(1)
        print('never')
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        group.create_task(asyncio.sleep(5))


async def timed_out_meanwhile():
    asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
    async with asyncio.timeout(1):
        await asyncio.sleep(5)


for main in (cleans_up, goes_on, interrupted_twice, by_itself, with_a_handler_of_its_own):
    try:
        print(main.__name__, asyncio.run(main()))
    except BaseException as error:
        print(main.__name__, repr(error), repr(error.__context__))
print(signal.signal(signal.SIGINT, signal.default_int_handler).__name__)
for main in (child_interrupts, timed_out_meanwhile):
    try:
        print(main.__name__, asyncio.run(main()))
    except BaseException as error:
        print(main.__name__, repr(error), repr(error.__context__))
with asyncio.Runner() as runner:
    for main in (by_itself, goes_on):
        try:
            print(main.__name__, runner.run(main()))
        except KeyboardInterrupt as error:
            print(main.__name__, repr(error))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('at once, where no loop runs')
