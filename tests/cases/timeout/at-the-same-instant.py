# Sleeping exactly as long as the timeout: which one wins?
import asyncio

async def nap(seconds):
    await asyncio.sleep(seconds)
    return 'slept'

async def main():
    loop = asyncio.get_running_loop()
    for attempt in ('wait_for', 'timeout', 'timer first'):
        try:
            if attempt == 'wait_for':
                print(await asyncio.wait_for(nap(1), 1))
            elif attempt == 'timeout':
                async with asyncio.timeout(1):
                    print(await nap(1))
            else:
                task = asyncio.create_task(nap(1))
                await asyncio.sleep(0)
                async with asyncio.timeout(1):
                    print(await task)
        except TimeoutError:
            print(attempt, 'timed out', loop.time())
        else:
            print(attempt, 'was in time', loop.time())

asyncio.run(main())
