# Who is asked to cancel asks what it awaits, which counts as looked at then, although it had failed before.
import asyncio


async def fails():
    await asyncio.sleep(0)
    raise ValueError('nobody looks')


async def waits(task):
    await task


async def main():
    failing = asyncio.create_task(fails())
    waiting = asyncio.create_task(waits(failing))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(failing.done(), waiting.done())
    print(waiting.cancel())
    del failing
    print(await asyncio.gather(waiting, return_exceptions=True))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError('nobody looks here either'))
    print(future.cancel())

asyncio.run(main())
print('over')
