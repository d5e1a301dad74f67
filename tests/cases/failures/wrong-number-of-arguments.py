# The call itself fails, before any coroutine exists.
import asyncio

async def greet(name, times):
    for _ in range(times):
        print(name)

async def main():
    await asyncio.gather(greet('a', 1), greet('b'))

asyncio.run(main())
