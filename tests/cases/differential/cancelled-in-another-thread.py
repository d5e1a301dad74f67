# A CancelledError of concurrent.futures becomes asyncio's where a future of the loop follows.
import asyncio

async def cancelled():
    task = asyncio.create_task(asyncio.sleep(0.3))
    task.cancel()
    await task

async def asks():
    def caller(loop):
        return asyncio.run_coroutine_threadsafe(cancelled(), loop).result(1)
    return await asyncio.to_thread(caller, asyncio.get_running_loop())

async def main():
    print(await asyncio.gather(asks(), return_exceptions=True))
    try:
        await asks()
    except asyncio.CancelledError as error:
        print(repr(error))

asyncio.run(main())
