# One failure cancels the siblings; an ExceptionGroup comes out.
import asyncio

async def good(n):
    try:
        await asyncio.sleep(n)
        print('good', n, 'done')
    except asyncio.CancelledError:
        print('good', n, 'cancelled at', asyncio.get_running_loop().time())
        raise

async def bad():
    await asyncio.sleep(2)
    raise ValueError('bad')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for n in (1, 3, 4):
                group.create_task(good(n))
            group.create_task(bad())
    except ExceptionGroup as error:
        print(repr(error))
        print(error, '|', error.message, '|', error.exceptions)

asyncio.run(main())
