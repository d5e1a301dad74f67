# A task may catch its cancellation and end with a result.
import asyncio

async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('ignored cancel', attempt + 1, asyncio.current_task().cancelling())
    return 'my own end'

async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(1)
        print(task.cancel())
    print(await task, task.cancelled(), task.cancelling(), asyncio.get_running_loop().time())

asyncio.run(main())
