# A second cancellation interrupts the clean-up after the first.
import asyncio

async def work():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.sleep(10)
    finally:
        print('clean-up begins', loop.time())
        try:
            await asyncio.sleep(5)
            print('clean-up ends')
        except asyncio.CancelledError:
            print('clean-up interrupted', loop.time())
            raise

async def main():
    task = asyncio.create_task(work())
    for _ in range(2):
        await asyncio.sleep(1)
        task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())

asyncio.run(main())
