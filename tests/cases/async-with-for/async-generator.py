# async def with yield: each value after a pause, others run in between.
import asyncio

async def countdown(name, start):
    while start:
        await asyncio.sleep(0.1)
        yield start
        start -= 1
    print(name, 'is exhausted')

async def consume(name, start):
    async for n in countdown(name, start):
        print(name, n)

async def main():
    await asyncio.gather(consume('a', 3), consume('b', 2))

asyncio.run(main())
