# An exception comes out of the await, at every level, and again at each await.
import asyncio

async def bad():
    await asyncio.sleep(0.1)
    raise KeyError('missing')

async def middle():
    try:
        await bad()
    finally:
        print('middle passes it on')

async def main():
    try:
        await middle()
    except KeyError as error:
        print('main caught', error)
    task = asyncio.create_task(bad())
    for _ in range(2):
        try:
            await task
        except KeyError as error:
            print('from the task:', error.args, error is task.exception())

asyncio.run(main())
