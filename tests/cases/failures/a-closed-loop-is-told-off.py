# What wakes somebody whose loop is closed fails, wherever it happens.
import asyncio


async def wait_for_it(what):
    await what


async def main():
    global lock, event, future
    lock, event, future = asyncio.Lock(), asyncio.Event(), asyncio.get_running_loop().create_future()
    await lock.acquire()
    tasks.extend(asyncio.create_task(wait_for_it(one)) for one in (lock.acquire(), event.wait(), future))
    await asyncio.sleep(0.1)


tasks = []
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
for act in lock.release, event.set, lambda: future.set_result(1), tasks[0].cancel:
    try:
        print(act())
    except RuntimeError as error:
        print(repr(error))
