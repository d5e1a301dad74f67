# A task that nobody awaits: it runs to its first pause and is cancelled when main ends.
import asyncio

async def background():
    print('background starts')
    try:
        await asyncio.sleep(1)
        print('never printed')
    except asyncio.CancelledError:
        print('background was cancelled')
        raise
    finally:
        print('background cleans up')

async def main():
    asyncio.create_task(background())
    print('main goes on')
    await asyncio.sleep(0)
    print('main ends')

asyncio.run(main())
print('run has returned')
