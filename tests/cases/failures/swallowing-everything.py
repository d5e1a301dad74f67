# A bare except in a loop catches the cancellation, too: the task can't be stopped.
import asyncio

async def worker():
    rounds = 0
    while rounds < 3:
        try:
            await asyncio.sleep(1)
        except BaseException as error:
            print('swallowed', type(error).__name__)
        rounds += 1
    print('worker ends by itself at', asyncio.get_running_loop().time())

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0.5)
    task.cancel()
    await task
    print('cancelled?', task.cancelled())

asyncio.run(main())
