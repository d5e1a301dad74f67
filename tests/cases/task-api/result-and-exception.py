# result() and exception() before, after, and when cancelled.
import asyncio

async def good():
    return 'good'

async def bad():
    raise ValueError('bad')

async def main():
    tasks = [asyncio.create_task(coroutine) for coroutine in (good(), bad(), asyncio.sleep(9))]
    for moment in ('before', 'after'):
        for task in tasks:
            for method in (task.result, task.exception):
                try:
                    print(moment, method.__name__, repr(method()))
                except BaseException as error:
                    print(moment, method.__name__, 'raised', repr(error))
        tasks[2].cancel()
        await asyncio.wait(tasks)

asyncio.run(main())
