# What an uncaught ExceptionGroup looks like.
import asyncio

async def fail(n, error):
    await asyncio.sleep(n)
    raise error

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1, ValueError('one')))
        group.create_task(fail(1, TypeError('two')))

asyncio.run(main())
