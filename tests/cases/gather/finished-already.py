# gather of tasks that are done, failed or cancelled already.
import asyncio

async def fail():
    raise ValueError('early')

async def main():
    done = asyncio.create_task(asyncio.sleep(0, 'done'))
    failed = asyncio.create_task(fail())
    cancelled = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.sleep(1)
    print(await asyncio.gather(done, failed, cancelled, return_exceptions=True))
    for tasks in ((done, failed), (done, cancelled)):
        try:
            await asyncio.gather(*tasks)
        except (ValueError, asyncio.CancelledError) as error:
            print(repr(error))

asyncio.run(main())
