# No timeout at all, and a timeout of nothing.
import asyncio

async def quick():
    return 'quick'

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(asyncio.sleep(3, 'waited'), None), loop.time())
    for timeout in (0, -1):
        task = asyncio.create_task(quick())
        try:
            print(await asyncio.wait_for(task, timeout))
        except TimeoutError:
            print('zero is too short for a task that has not begun', task.cancelled())
    done = asyncio.create_task(quick())
    await done
    print(await asyncio.wait_for(done, 0))

asyncio.run(main())
