# Leaving a block whose semaphore or lock was released within: the frames, and the traceback.
import asyncio
import traceback


async def leave(what):
    async with what:
        what.release()


async def main():
    for what in asyncio.Lock(), asyncio.BoundedSemaphore(2):
        task = asyncio.create_task(leave(what))
        await asyncio.wait([task])
        print([frame.f_code.co_name for frame in task.get_stack()])
        traceback.print_exception(task.exception())


asyncio.run(main())
