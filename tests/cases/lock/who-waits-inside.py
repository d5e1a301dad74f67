# What answers on the web look at: the lines that locks keep inside.
import asyncio


def line(thing):
    waiters = thing._waiters
    if waiters is None:
        return 'no line yet'
    return f'{type(waiters).__name__} of {[waiter.done() for waiter in waiters]}'


async def hold(thing):
    async with thing:
        pass


async def lines():
    for thing in asyncio.Lock(), asyncio.Semaphore(1), asyncio.BoundedSemaphore(1):
        name = type(thing).__name__
        print(name, line(thing))
        async with thing:
            print(name, line(thing))
            tasks = [asyncio.create_task(hold(thing)) for _ in range(3)]
            await asyncio.sleep(0)
            print(name, line(thing))
            tasks[1].cancel()
            print(name, line(thing))
        print(name, line(thing))
        await asyncio.gather(*tasks, return_exceptions=True)
        print(name, line(thing))


async def others():
    event, condition, barrier = asyncio.Event(), asyncio.Condition(), asyncio.Barrier(2)
    print(line(event), line(condition), barrier._count)

    async def wait():
        async with condition:
            await condition.wait()

    waiting = [asyncio.create_task(event.wait()), asyncio.create_task(wait()), asyncio.create_task(barrier.wait())]
    await asyncio.sleep(0)
    print(line(event), line(condition), barrier._count)
    event.set()
    async with condition:
        condition.notify()
    print(line(event), line(condition))
    await barrier.wait()
    print(barrier._count, barrier.n_waiting)
    await asyncio.gather(*waiting)
    print(line(event), line(condition), barrier._count)


async def group():
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(asyncio.sleep(1))
        tasks.create_task(asyncio.sleep(2))
        print(len(tasks._tasks), first in tasks._tasks)
        await first
        print(type(tasks._tasks).__name__, len(tasks._tasks))
    print(tasks._tasks)


for part in lines, others, group:
    asyncio.run(part())
