# Both generators are left in the middle. The first is a variable of the task that failed, and goes with it.
import asyncio


async def numbers(name):
    try:
        for number in range(3):
            yield number
    finally:
        print(name, 'closed by', asyncio.current_task().get_name())


async def fails():
    flow = numbers('in the task')
    print(await anext(flow))
    raise ValueError('nobody looked')


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    flow = numbers('in main')
    async for number in flow:
        break


asyncio.run(main())
