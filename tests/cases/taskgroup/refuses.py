# What a group refuses, and in which of its lines.
import asyncio
import traceback


async def work():
    await asyncio.sleep(1)


async def not_entered():
    asyncio.TaskGroup().create_task(work())


async def finished():
    async with asyncio.TaskGroup() as group:
        pass
    group.create_task(work())


async def shutting_down():
    async def fails():
        1 / 0

    async def tries_at_the_end():
        try:
            await asyncio.sleep(5)
        finally:
            group.create_task(work())

    async with asyncio.TaskGroup() as group:
        group.create_task(tries_at_the_end())
        group.create_task(fails())


async def entered_twice():
    async with asyncio.TaskGroup() as group:
        async with group:
            pass


async def a_function_when_not_entered():
    asyncio.TaskGroup().create_task(work)


async def main():
    for misuse in not_entered, finished, shutting_down, entered_twice, a_function_when_not_entered:
        try:
            await misuse()
        except Exception:
            traceback.print_exc()


asyncio.run(main())
