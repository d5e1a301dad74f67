# A cancellation from outside at the moment of the timeout.
import asyncio

async def work():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print('timeout')
        return 'timed out'

async def main():
    loop = asyncio.get_running_loop()
    for moment in (0.5, 1, 1.5):
        task = asyncio.create_task(work())
        loop.call_later(moment, task.cancel)
        done, _ = await asyncio.wait([task])
        print(moment, task)
        await asyncio.sleep(1)

asyncio.run(main())
