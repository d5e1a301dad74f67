# Through two task groups.
import asyncio

async def bad(n):
    await asyncio.sleep(n)
    raise RuntimeError(f'bad {n}')

async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(bad(1))

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(inner())
        group.create_task(bad(3))

asyncio.run(main())
