# A cancelled future: what result and exception say, and who is told.
import asyncio

async def waiter(name, future):
    try:
        await future
    except asyncio.CancelledError as error:
        print(name, 'was told', error.args)
        raise

async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in 'ab']
    await asyncio.sleep(0)
    print(future.cancel('enough'), future.cancel(), future.cancelled(), future.done())
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], future)
    for method in (future.result, future.exception):
        try:
            method()
        except asyncio.CancelledError as error:
            print(method.__name__, repr(error))

asyncio.run(main())
