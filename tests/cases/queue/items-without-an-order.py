# Items of one priority are compared further, and dicts have no order: where in the queue that fails.
import asyncio
import traceback


class Moody:
    is_good = True

    def __lt__(self, other):
        if not Moody.is_good:
            raise ValueError("not today")
        return True


async def main():
    queue = asyncio.PriorityQueue()
    await queue.put((1, {"job": "wash"}))
    try:
        await queue.put((1, {"job": "cook"}))
    except TypeError:
        traceback.print_exc()
    try:
        queue.put_nowait((1, {"job": "shop"}))
    except TypeError:
        traceback.print_exc()
    print(queue.qsize())

    queue = asyncio.PriorityQueue()
    Moody.is_good = True
    for _ in range(5):
        queue.put_nowait(Moody())
    Moody.is_good = False
    try:
        await queue.get()
    except ValueError:
        traceback.print_exc()
    try:
        queue.get_nowait()
    except ValueError:
        traceback.print_exc()
    try:
        queue.shutdown(immediate=True)
    except ValueError:
        traceback.print_exc()

    queue = asyncio.PriorityQueue(1)
    await queue.put((1, {}))
    putting = asyncio.create_task(queue.put((1, {})))
    await asyncio.sleep(1)
    print(await queue.get())
    await putting
    print(queue)
    queue = asyncio.PriorityQueue()
    await queue.put((1, {}))
    await queue.put((1, {}))


asyncio.run(main())
