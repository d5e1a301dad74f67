# Whoever wakes or cancels several ends with the first of them whose loop is closed.
import asyncio


async def waits(name, what):
    try:
        await what
    except BaseException as error:
        print(name, repr(error))
        raise


async def main():
    event, queue = asyncio.Event(), asyncio.Queue()
    futures = [asyncio.get_running_loop().create_future() for _ in range(3)]
    tasks = [asyncio.create_task(waits(f'event {n}', event.wait())) for n in range(3)]
    tasks += [asyncio.create_task(waits(f'queue {n}', queue.get())) for n in range(2)]
    gathered = asyncio.gather(*(asyncio.create_task(waits(f'gathered {n}', futures[n])) for n in range(3)))
    await asyncio.sleep(0.1)
    return event, queue, futures, gathered, tasks


loop = asyncio.new_event_loop()
event, queue, futures, gathered, tasks = loop.run_until_complete(main())
loop.close()
for act in (
    event.set, event.set, lambda: queue.put_nowait(1), lambda: queue.shutdown(immediate=True),
    gathered.cancel, gathered.cancel, lambda: futures[2].set_result(1), gathered.cancel,
):
    try:
        print(act())
    except RuntimeError as error:
        print(repr(error))
    print('  ', [future.done() for future in futures], queue, event)


# So does a group whose block is left, and whoever hands a notification on.
condition = asyncio.Condition()


async def work(number):
    for turn in range(2):
        print(number, 'begins')
        try:
            async with condition:
                await condition.wait()
        except Exception as error:
            print(number, repr(error))


async def groups():
    async with asyncio.TaskGroup() as group:
        group.create_task(work(1))
        group.create_task(work(2))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work(3))


async def starts():
    task = asyncio.create_task(groups())
    await asyncio.sleep(0.5)


loop = asyncio.new_event_loop()
loop.run_until_complete(starts())
