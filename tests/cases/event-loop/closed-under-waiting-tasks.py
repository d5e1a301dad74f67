# Tasks that still wait when their loop is closed: what they do at their end is refused, each at lines of its own.
import asyncio


async def getting(queue):
    await queue.get()


async def putting(queue):
    await queue.put(1)
    await queue.put(2)


async def completing():
    async for done in asyncio.as_completed([asyncio.sleep(9)]):
        print(done)


async def completing_plainly():
    for soon in asyncio.as_completed([asyncio.sleep(9)]):
        await soon


async def holding(lock):
    async with lock:
        await asyncio.sleep(9)


async def acquiring(lock):
    await lock.acquire()


async def conditional(condition):
    async with condition:
        await condition.wait()


async def meeting(barrier):
    await barrier.wait()


async def grouping():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(9))
        await asyncio.sleep(8)


async def main(which):
    queue, full = asyncio.Queue(), asyncio.Queue(1)
    lock, semaphore, bounded = asyncio.Lock(), asyncio.Semaphore(1), asyncio.BoundedSemaphore(1)
    condition, barrier = asyncio.Condition(), asyncio.Barrier(3)
    several = {
        'getting': [getting(queue)],
        'putting': [putting(full)],
        'completing': [completing()],
        'completing_plainly': [completing_plainly()],
        'lock': [holding(lock), acquiring(lock)],
        'semaphore': [holding(semaphore), acquiring(semaphore)],
        'bounded': [holding(bounded), acquiring(bounded)],
        'condition': [conditional(condition), conditional(condition)],
        'barrier': [meeting(barrier), meeting(barrier)],
        'grouping': [grouping()],
    }
    for name, coroutines in several.items():
        for coroutine in coroutines:
            if name == which:
                asyncio.create_task(coroutine)
            else:
                coroutine.close()
    await asyncio.sleep(1)


for which in ('getting', 'putting', 'completing', 'completing_plainly', 'lock', 'semaphore', 'bounded', 'condition',
              'barrier', 'grouping'):
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], context['task'].get_coro().__name__))
    loop.run_until_complete(main(which))
    loop.close()
