# A local variable that is read before it is set, in a task.
import asyncio

counter = 0

async def count():
    await asyncio.sleep(0.1)
    counter += 1

async def main():
    await asyncio.gather(count(), count())

asyncio.run(main())
