import asyncio


async def backup(number):
    await asyncio.sleep(number)


async def main():
    tasks = {asyncio.create_task(backup(1))}
    async with asyncio.TaskGroup() as group:
        group.create_task(backup(2))
    await asyncio.wait(tasks)
    await asyncio.create_task(backup(3))


asyncio.run(main())
