# The handle's frame has what it tells of the failure in a variable: a ring, which lives until the program is over.
import asyncio


async def numbers():
    try:
        for number in range(4):
            await asyncio.sleep(0.1)
            yield number
    finally:
        print('numbers closed')


async def work():
    flow = numbers()
    async for number in flow:
        print('number', number)
        break
    raise ZeroDivisionError('work')


def on_done(task):
    print('done:', repr(task.exception()))
    raise OSError('callback')


def well(task):
    print('done, too:', repr(task.exception()))


async def main():
    for callback in well, on_done:
        task = asyncio.create_task(work())
        task.add_done_callback(callback)
        del task
        await asyncio.sleep(1)
        print('a second later')


asyncio.run(main())
print('after')
