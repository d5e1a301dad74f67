# get_stack gives frames; print_stack puts its heading on stdout and the lines on stderr.
import asyncio


async def child():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(child(), name='child')
    await asyncio.sleep(0)
    for frame in task.get_stack():
        print(frame, frame.f_lineno)
    task.print_stack()
    await task
    task.print_stack()

asyncio.run(main())
