# Rings of tasks that nobody can reach die as the collector takes them: coroutines and tasks by age.
import asyncio


async def wait_for_ever(name):
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print(name, 'ends')


async def fails(name):
    own = asyncio.current_task()
    raise ValueError(name, own.get_name())


def handler(loop, context):
    print(context['message'], repr(context.get('exception')))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    for name in 'abc':
        coroutine = wait_for_ever(name)
        asyncio.create_task(coroutine, name=name)
        asyncio.create_task(fails(name))
    await asyncio.sleep(0.1)
    print('main ends')


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
