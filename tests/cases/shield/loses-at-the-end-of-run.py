# A shield doesn't protect from the end of the program.
import asyncio

async def save():
    try:
        await asyncio.sleep(5)
        print('saved')
    except asyncio.CancelledError:
        print('save was cancelled by the end of run')
        raise

async def client():
    await asyncio.shield(save())

async def main():
    task = asyncio.create_task(client())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print('main ends')

asyncio.run(main())
