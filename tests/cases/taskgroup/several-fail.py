# Failures during the cancellation are collected too.
import asyncio

async def fails_twice(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise RuntimeError(f'{name} broke while stopping')

async def fails():
    await asyncio.sleep(1)
    raise ValueError('first failure')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_twice('a'))
            group.create_task(fails())
            group.create_task(fails_twice('b'))
    except* ValueError as errors:
        print('values', [str(error) for error in errors.exceptions])
    except* RuntimeError as errors:
        print('runtime', [str(error) for error in errors.exceptions])

asyncio.run(main())
