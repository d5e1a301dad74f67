# A group in a group: the inner failure becomes a group inside a group.
import asyncio

async def sleeper(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise

async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper('inner sleeper'))
        await asyncio.sleep(1)
        raise ZeroDivisionError('deep')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeper('outer sleeper'))
            group.create_task(inner())
    except ExceptionGroup as error:
        print(repr(error))

asyncio.run(main())
