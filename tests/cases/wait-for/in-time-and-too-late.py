# wait_for gives the result, or TimeoutError when the time is up.
import asyncio

async def work(seconds):
    try:
        await asyncio.sleep(seconds)
        return f'slept {seconds}'
    except asyncio.CancelledError:
        print('cancelled after', asyncio.get_running_loop().time())
        raise

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(work(1), timeout=2), loop.time())
    try:
        await asyncio.wait_for(work(5), timeout=2)
    except asyncio.TimeoutError as error:
        print(repr(error), asyncio.TimeoutError is TimeoutError, loop.time())

asyncio.run(main())
