"""`TimeoutError` is raised while the cancellation is handled, but has what the awaiting function itself handles as its context,
unless there was no time at all."""
import asyncio


def chain(error):
    words = []
    while error is not None:
        words.append(repr(error))
        error = error.__context__
    return ' <- '.join(words)


async def attempt(awaitable, timeout):
    try:
        raise ValueError('handled here')
    except ValueError:
        try:
            await asyncio.wait_for(awaitable, timeout)
        except TimeoutError as error:
            print(timeout, chain(error), '| cause', repr(error.__cause__))


async def main():
    await attempt(asyncio.create_task(asyncio.sleep(1)), 0)
    await attempt(asyncio.sleep(1), 0.1)
    await attempt(asyncio.get_running_loop().create_future(), 0.1)


asyncio.run(main())


async def below():
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.1)
    except TimeoutError as error:
        print('below', chain(error))


try:
    raise KeyError('handled below the loop')
except KeyError:
    asyncio.run(below())
