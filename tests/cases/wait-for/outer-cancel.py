# Cancelling the task that sits in wait_for cancels the job as well.
import asyncio

async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print('job:', repr(error))
        raise

async def main():
    waiter = asyncio.create_task(asyncio.wait_for(job(), 8))
    await asyncio.sleep(1)
    waiter.cancel('no longer needed')
    try:
        await waiter
    except asyncio.CancelledError as error:
        print('main:', repr(error), asyncio.get_running_loop().time())

asyncio.run(main())
