# An exception of the job comes through unchanged.
import asyncio

async def fails():
    await asyncio.sleep(1)
    raise LookupError('not there')

async def own_timeout():
    raise TimeoutError('the job says so itself')

async def main():
    for job in (fails(), own_timeout()):
        try:
            await asyncio.wait_for(job, 5)
        except (LookupError, TimeoutError) as error:
            print(type(error).__name__, error, asyncio.get_running_loop().time())

asyncio.run(main())
