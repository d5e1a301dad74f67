"""A task's exception keeps the frames that it has passed, however often it is raised: what they hold lives on."""
import asyncio


async def numbers():
    try:
        for number in range(4):
            yield number
    finally:
        print('closed')


async def first():
    flow = numbers()
    async for number in flow:
        break
    await asyncio.wait_for(asyncio.Event().wait(), 0)


async def main():
    task = asyncio.create_task(first())
    for turn in range(2):
        try:
            await task
        except TimeoutError:
            print('timeout')
    await asyncio.sleep(1)
    print('main ends')


asyncio.run(main())
