# Failures that nobody has seen are reported as their tasks die: variables in their order, items from the last one.
import asyncio


async def fail(name):
    raise ValueError(name)


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['exception']))
    first = asyncio.create_task(fail('first'))
    second = [asyncio.create_task(fail(f'item {n}')) for n in range(3)]
    named = {n: asyncio.create_task(fail(f'value {n}')) for n in range(2)}
    third = asyncio.create_task(fail('third'))
    await asyncio.wait(second)


asyncio.run(main())
