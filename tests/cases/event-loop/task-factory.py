# A factory of one's own is asked for every task.
import asyncio

def factory(loop, coroutine, **options):
    print('making a task for', coroutine.__name__, sorted(options))
    return asyncio.Task(coroutine, loop=loop, **options)

async def work():
    return 1

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    task = asyncio.create_task(work(), name='named')
    print(await task, task.get_name())
    print(await asyncio.gather(work(), work()))

asyncio.run(main())
