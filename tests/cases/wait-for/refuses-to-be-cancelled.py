# A job that swallows the cancellation, and what wait_for makes of its result.
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'I finish anyway'

async def breaks():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError('broke while being cancelled')

async def main():
    for job in (stubborn, breaks):
        task = asyncio.create_task(job())
        try:
            print(await asyncio.wait_for(task, 1))
        except Exception as error:
            print(repr(error), '| cause', repr(error.__cause__), '| context', repr(error.__context__))
        print(task.done(), task.cancelled())

asyncio.run(main())
