"""Throwing into an asynchronous generator that has ended, and closing it again."""
import asyncio


async def count():
    yield 1
    yield 2


async def stays():
    said = None
    while said != 'enough':
        try:
            said = yield 'still here'
        except GeneratorExit:
            print('closed? no')


async def attempt(what, step):
    try:
        print(what, await step)
    except BaseException as error:
        print(what, repr(error))


async def ended(what, numbers):
    await attempt(f'{what}: throw', numbers.athrow(ValueError(what)))
    await attempt(f'{what}: throw the end', numbers.athrow(GeneratorExit))
    await attempt(f'{what}: send', numbers.asend(3))
    await attempt(f'{what}: next', anext(numbers))
    await attempt(f'{what}: close', numbers.aclose())


async def main():
    closed = count()
    await anext(closed)
    await closed.aclose()
    await ended('closed', closed)

    over = count()
    async for number in over:
        print(number)
    await ended('over', over)

    unborn = count()
    await attempt('into what has not begun', unborn.athrow(ValueError('early')))
    await ended('failed at once', unborn)

    unwanted = count()
    await unwanted.aclose()
    await ended('never wanted', unwanted)

    stubborn = stays()
    print(await anext(stubborn))
    await attempt('stubborn', stubborn.aclose())
    await ended('stubborn', stubborn)
    await attempt('stubborn: enough', stubborn.asend('enough'))


asyncio.run(main())
