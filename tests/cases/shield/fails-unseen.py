# The shielded work fails after its waiter has left: only the task itself still knows.
import asyncio

async def work():
    await asyncio.sleep(2)
    raise OSError('disk full')

async def waiter(task):
    await asyncio.shield(task)

async def main():
    task = asyncio.create_task(work(), name='work')
    waiting = asyncio.create_task(waiter(task))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.sleep(2)
    print(waiting.cancelled(), repr(task.exception()))

asyncio.run(main())
