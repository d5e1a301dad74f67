# Where a task's frame stands after a block that did not hold its exception back.
import asyncio

lock = asyncio.Lock()


async def out_of_with():
    async with asyncio.timeout(1):
        print('inside')
        lock.release()


async def out_of_finally():
    try:
        lock.release()
    finally:
        print('finally')
        print('and over')


async def past_excepts():
    try:
        lock.release()
    except ValueError:
        print('not this')
    except TypeError:
        print('nor that')


async def raised_again():
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
        raise


async def raised_from():
    try:
        async with asyncio.timeout(1):
            lock.release()
    except RuntimeError as error:
        print(error)
        raise KeyError('from') from error


async def in_a_comprehension():
    async with asyncio.timeout(1):
        return [
            turn
            for turn in range(3)
            if lock.release()
        ]


async def main():
    for work in out_of_with, out_of_finally, past_excepts, raised_again, raised_from, in_a_comprehension:
        task = asyncio.create_task(work())
        await asyncio.wait([task])
        print(task.get_stack()[-1].f_lineno)
        task.print_stack()


asyncio.run(main())
