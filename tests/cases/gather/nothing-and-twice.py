# No arguments at all; the same coroutine given twice.
import asyncio

async def one():
    print('runs')
    return 1

async def main():
    print(await asyncio.gather())
    coroutine = one()
    task = asyncio.create_task(one())
    print(await asyncio.gather(coroutine, task, coroutine, task))

asyncio.run(main())
