# The parentheses forgotten: in which of the library's lines it is told.
import asyncio
import traceback


async def work():
    pass


async def in_group(thing):
    async with asyncio.TaskGroup() as group:
        group.create_task(thing)


async def gathered(thing):
    await asyncio.gather(thing)


async def main():
    for thing in work, None, [1]:
        for way in asyncio.create_task, in_group, gathered:
            try:
                made = way(thing)
                await made
            except (TypeError, ExceptionGroup):
                traceback.print_exc()


asyncio.run(main())
