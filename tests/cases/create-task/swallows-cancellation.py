# A task that ignores its cancellation holds up the end of asyncio.run.
import asyncio

async def stubborn():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('not yet!', loop.time())
    await asyncio.sleep(2)
    print('now', loop.time())

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    print('main ends')
    return task

print(asyncio.run(main()))
