# Debug mode says where coroutines, tasks, futures and handles were made that come to a bad end.
import asyncio


async def job():
    raise ValueError('x')


async def forgotten():
    pass


def deep(n):
    if n:
        return deep(n - 1)
    return forgotten()


def divide():
    1 / 0


async def main():
    loop = asyncio.get_running_loop()
    forgotten()
    deep(12)
    asyncio.sleep(1)
    asyncio.wait_for(forgotten(), 1)
    task = asyncio.create_task(job())
    await asyncio.sleep(0.1)
    del task
    loop.call_soon(divide)
    loop.call_later(0.1, lambda: loop.create_task(job()))
    await asyncio.sleep(0.2)
    future = loop.create_future()
    print(future._source_traceback[-2:])
    future.set_exception(OSError())
    del future
    coroutine = forgotten()
    print(coroutine.cr_origin[:4])
    coroutine.close()
    await asyncio.gather(job(), return_exceptions=True)
    task = asyncio.ensure_future(job())
    await asyncio.sleep(0)
    del task


asyncio.run(main(), debug=True)
loop = asyncio.new_event_loop()
loop.set_debug(True)
forgotten()
task = loop.create_task(job())
loop.call_later(1, loop.stop)
loop.run_forever()
del task
