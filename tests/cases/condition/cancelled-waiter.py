# A cancelled waiter takes the lock again before the cancellation comes out.
import asyncio

async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            print('cancelled while', 'holding' if condition.locked() else 'not holding', 'the lock',
                  asyncio.get_running_loop().time())
            raise

async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel()
        await asyncio.sleep(2)
    await asyncio.wait([task])
    print(task.cancelled(), condition)

asyncio.run(main())
