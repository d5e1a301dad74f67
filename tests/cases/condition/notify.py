# notify wakes some, notify_all the rest; each gets the lock in turn.
import asyncio

async def consumer(n, condition):
    async with condition:
        await condition.wait()
        print('consumer', n, asyncio.get_running_loop().time(), condition.locked())
        await asyncio.sleep(0.1)

async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(consumer(n, condition)) for n in range(5)]
    await asyncio.sleep(1)
    print(condition)
    async with condition:
        condition.notify(2)
    await asyncio.sleep(1)
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)

asyncio.run(main())
