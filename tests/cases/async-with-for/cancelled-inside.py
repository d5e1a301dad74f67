# Cancellation inside async with: __aexit__ runs and may await.
import asyncio

class Room:
    async def __aenter__(self):
        print('enter')

    async def __aexit__(self, kind, value, traceback):
        print('leaving because of', kind.__name__)
        await asyncio.sleep(1)
        print('left')

async def visit():
    async with Room():
        await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(visit())
    await asyncio.sleep(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled at', asyncio.get_running_loop().time())

asyncio.run(main())
