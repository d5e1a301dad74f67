# Debug mode: where futures, tasks and handles were made.
import asyncio

async def f():
    await asyncio.sleep(1)

async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.gather(f(), f()))
    print(asyncio.gather())
    print(asyncio.shield(f()))
    print(asyncio.Future())
    print(loop.create_task(f()))
    print(asyncio.Task(f()))
    async with asyncio.TaskGroup() as group:
        print(group.create_task(f()))
    print(loop.call_soon(print, 'x'))
    handle = loop.call_later(1, print, 'y', 5)
    print(handle)
    handle.cancel()
    print(handle)
    print(loop.call_at(100, lambda *given: given, 'z'))
    print(asyncio.ensure_future(f()))
    print(await asyncio.wait([asyncio.create_task(f(), name='w')]))
    print(loop.run_in_executor(None, int))
    asyncio.run_coroutine_threadsafe(f(), loop)
    await asyncio.sleep(0)
    print(asyncio.all_tasks())

asyncio.run(main(), debug=True)
