# Eager tasks run at once, until their first pause.
import asyncio

async def no_pause():
    print('no pause runs')
    return 1

async def with_pause():
    print('before the pause')
    await asyncio.sleep(1)
    print('after the pause')
    return 2

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(no_pause())
    print('created', first.done())
    second = asyncio.create_task(with_pause())
    print('created', second.done())
    print(await first, await second)

asyncio.run(main())
