# Of items with the same priority, the rest is compared.
import asyncio
import traceback


class Job:
    broken = False

    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        if Job.broken:
            raise ValueError("no order")
        return self.number < other.number


async def main():
    queue = asyncio.PriorityQueue()
    queue.put_nowait((1, {"name": "first"}))
    try:
        queue.put_nowait((1, {"name": "second"}))
    except TypeError:
        traceback.print_exc()
    try:
        await queue.put((1, {"name": "third"}))
    except TypeError:
        traceback.print_exc()
    jobs = asyncio.PriorityQueue()
    for number in range(8):
        await jobs.put(Job(number))
    Job.broken = True
    try:
        await jobs.get()
    except ValueError:
        traceback.print_exc()
    jobs.get_nowait()


asyncio.run(main())
