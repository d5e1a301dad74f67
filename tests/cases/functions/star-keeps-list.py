# f(*items) reads the list and leaves it as it was.
import asyncio


def count(*items, **names):
    return len(items), names


async def double(n):
    return n * 2

numbers = [1, 2, 3]
print(count(*numbers), numbers)
print(count(*numbers, last=4), count(*numbers, **{}), numbers)
print(max(*numbers), '{}-{}-{}'.format(*numbers), numbers)


async def main():
    jobs = [asyncio.create_task(double(n)) for n in numbers]
    print(await asyncio.gather(*jobs), len(jobs))
    for result in await asyncio.gather(*jobs):
        print(result)
    print(len(jobs), [job.done() for job in jobs])

asyncio.run(main())
