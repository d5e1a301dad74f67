# What a step of a task began with, an exception or a future, lives until the step is over; so does what
# only its traceback or its result keeps: an asynchronous generator is closed in the very next iteration.
import asyncio


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone:', self.name)


async def items():
    try:
        yield 1
    finally:
        print('closed by', asyncio.current_task().get_name())


async def fail(name):
    item = Item(name)
    raise ValueError(name)


async def gathers():
    results = await asyncio.gather(fail('first'), fail('second'), return_exceptions=True)
    print(results)
    del results
    print('the last step ends')


async def too_late():
    flow = items()
    print(await anext(flow))
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except TimeoutError:
        print('too late')


async def cancels():
    flow = items()
    print(await anext(flow))
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')


async def loses_a_failed_task():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message']))

    async def work():
        flow = items()
        print(await anext(flow))
        raise ValueError

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('the task has failed:', task.done())
    del task
    print('nobody has it any more')


asyncio.run(gathers())
for main in too_late, cancels, loses_a_failed_task:
    print('---', main.__name__)
    asyncio.run(main())
