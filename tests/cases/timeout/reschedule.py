# A timeout can be moved while it runs.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as limit:
            print(limit.when())
            limit.reschedule(loop.time() + 2)
            print(limit.when())
            await asyncio.sleep(1.5)
            limit.reschedule(limit.when() + 1)
            await asyncio.sleep(10)
    except TimeoutError:
        print('expired at', loop.time())
    try:
        limit.reschedule(9)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
