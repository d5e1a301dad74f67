"""What asyncio has as functions and coroutine functions says so; whoever forgets the parentheses reads it."""
import asyncio
import inspect

FUNCTIONS = (asyncio.as_completed, asyncio.create_task, asyncio.current_task, asyncio.ensure_future,
             asyncio.gather, asyncio.iscoroutine, asyncio.isfuture, asyncio.run, asyncio.shield, asyncio.sleep,
             asyncio.to_thread, asyncio.wait, asyncio.wait_for)


async def main():
    for function in FUNCTIONS:
        print(type(function).__name__, function.__module__, function.__name__, function.__qualname__,
              inspect.isfunction(function), inspect.iscoroutinefunction(function), asyncio.iscoroutinefunction(function))
    print(asyncio.sleep, asyncio.create_task, inspect.signature(asyncio.sleep), inspect.signature(asyncio.create_task))
    print(await asyncio.wait_for(asyncio.sleep(0.1, 'slept'), 1))
    await asyncio.sleep


asyncio.run(main())
