# Tasks that wait for tasks, for gather, for shield.
import asyncio

async def leaf():
    await asyncio.sleep(1)

async def on_task(task):
    await task

async def main():
    first = asyncio.create_task(leaf(), name='leaf')
    second = asyncio.create_task(on_task(first), name='waits')
    third = asyncio.create_task(on_task(asyncio.gather(leaf(), leaf())), name='gathers')
    fourth = asyncio.create_task(on_task(asyncio.shield(first)), name='shielded')
    await asyncio.sleep(0.5)
    for task in (first, second, third, fourth):
        print(task)
    await asyncio.wait([first, second, third, fourth])

asyncio.run(main())
