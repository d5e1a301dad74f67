# A callback that is an async function makes a coroutine for nobody; a coroutine can't be called.
import asyncio


async def callback(*arguments):
    print("never printed")


class Machine:
    async def start(self, *arguments):
        print("never printed")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback)
    loop.call_later(0.5, Machine().start)
    task = asyncio.create_task(asyncio.sleep(1))
    task.add_done_callback(callback)
    await task
    await asyncio.sleep(0)
    loop.call_soon(callback())
    loop.call_soon(Machine().start(), 1)
    await asyncio.sleep(0)
    future = loop.create_future()
    future.add_done_callback(callback())
    future.set_result(None)
    await asyncio.sleep(0)


asyncio.run(main())
