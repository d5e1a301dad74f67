# Coroutines, tasks and futures can all be awaited.
import asyncio

async def number():
    return 1

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, 3)
    for awaitable in (number(), asyncio.create_task(number()), future, asyncio.gather(number(), number())):
        print(type(awaitable).__name__, await awaitable)

asyncio.run(main())
