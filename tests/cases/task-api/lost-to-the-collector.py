# Loops hold tasks weakly: one that waits for what nobody else can end is garbage, and ends when the collector comes by.
import asyncio
import gc
from collections import deque
from functools import partial

gc.disable()


async def waits(name, future=None):
    try:
        print(name, await (future or asyncio.get_running_loop().create_future()))
    finally:
        print(name, 'ends')


async def deep(depth):
    await (deep(depth - 1) if depth else waits('deep'))


async def shields():
    await asyncio.shield(asyncio.create_task(waits('shielded'), name='shielded'))


async def awaits(task):
    await task


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], context['task'].get_name()))
    asyncio.create_task(waits('alone'), name='alone')
    await asyncio.sleep(1)
    print(names())
    print(gc.collect(), names())

    asyncio.create_task(deep(3), name='deep')
    asyncio.create_task(shields(), name='shields')
    asyncio.create_task(awaits(asyncio.create_task(waits('awaited'), name='awaited')), name='awaits')
    asyncio.create_task(asyncio.sleep(5), name='sleeps')
    kept = asyncio.create_task(waits('kept'), name='kept')
    asyncio.create_task(awaits(kept), name='awaits kept')
    future, line = loop.create_future(), deque([loop.create_future()])
    call = partial(print, loop.create_future())
    asyncio.create_task(waits('variable', future), name='variable')
    asyncio.create_task(waits('deque', line[0]), name='deque')
    asyncio.create_task(waits('partial', call.args[0]), name='partial')
    asyncio.create_task(waits('argument', loop.create_future()), name='argument')
    await asyncio.sleep(1)
    gc.collect()
    print(names())
    future.set_result(1)
    line[0].set_result(2)
    call.args[0].set_result(3)
    await asyncio.sleep(1)
    print(names())

asyncio.run(main())
