# What print has returned is no callback.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print("now"))
    task = asyncio.create_task(asyncio.sleep(1))
    task.add_done_callback(print("done"))
    print(loop.call_later(5, None, 1))
    await asyncio.sleep(2)


asyncio.run(main())
