# A loop that runs while something is handled below it: that is the context of what tasks raise anew, and of a
# cancellation that they fetch from a future; not of one that is thrown in without a future.
import asyncio


async def task(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(name, 'cancelled, handling', repr(error.__context__))
    await asyncio.sleep(1)
    try:
        1 / 0
    except ZeroDivisionError as error:
        print(name, repr(error), 'handling', repr(error.__context__))


async def leaves():
    await asyncio.sleep(1)
    raise SystemExit('out')


async def main():
    tasks = [asyncio.create_task(leaves()), asyncio.create_task(task('early'))]
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        print('main cancelled, handling', repr(error.__context__))
    await asyncio.sleep(1)
    try:
        1 / 0
    except ZeroDivisionError as error:
        print('main', repr(error), 'handling', repr(error.__context__))
    await asyncio.create_task(task('late'))
    await asyncio.create_task(leaves())


try:
    asyncio.run(main())
except BaseException as error:
    print('left by', repr(error), 'handling', repr(error.__context__))
    print('and before that', repr(error.__context__.__context__))
