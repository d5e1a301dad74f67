# A task that cancels itself is cancelled at its next pause.
import asyncio

async def work():
    asyncio.current_task().cancel('by myself')
    print('still running')
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print('now', error.args)
        raise

async def quick():
    asyncio.current_task().cancel()
    return 'no pause came'

async def main():
    for coroutine in (work(), quick()):
        task = asyncio.create_task(coroutine)
        await asyncio.wait([task])
        print(task.cancelled(), task)

asyncio.run(main())
