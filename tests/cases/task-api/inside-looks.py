# A task that runs can be looked at by what it awaits, and by itself.
import asyncio


async def inner():
    task = asyncio.current_task()
    coro = task.get_coro()
    print("running:", coro.cr_running)
    print("frame of", coro.cr_frame.f_code.co_name, "in line", coro.cr_frame.f_lineno)
    for frame in task.get_stack(limit=1):
        print("stack:", frame.f_code.co_name)


async def outer():
    await inner()


async def main():
    await asyncio.create_task(outer())
    await outer()


asyncio.run(main())
