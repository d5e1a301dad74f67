# One coroutine that two tasks run: the first to go on has its result, the other finds it ended.
import asyncio


async def work():
    await asyncio.sleep(1)
    return "done"


async def group():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))
    return "grouped"


async def two(coroutine):
    tasks = [asyncio.create_task(coroutine, name=name) for name in ("one", "two")]
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def later(event, queue):
    await asyncio.sleep(1)
    event.set()
    queue.put_nowait("item")


async def main():
    event, queue = asyncio.Event(), asyncio.Queue()
    await two(asyncio.sleep(1, "slept"))
    await two(asyncio.sleep(0))
    await two(asyncio.wait_for(work(), 3))
    await two(group())
    helper = asyncio.create_task(later(event, queue))
    await two(event.wait())
    await two(queue.get())
    await helper
    coroutine = work()
    first, second = asyncio.create_task(coroutine), asyncio.create_task(coroutine)
    await asyncio.gather(first, second)


asyncio.run(main())
