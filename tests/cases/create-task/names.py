# Names count up over the whole program; a name can be given or changed.
import asyncio

async def nothing():
    return asyncio.current_task().get_name()

async def main():
    first = asyncio.create_task(nothing())
    second = asyncio.create_task(nothing(), name='worker')
    third = asyncio.create_task(nothing())
    third.set_name(99)
    print(asyncio.current_task().get_name())
    print(await first, await second, repr(await third))
    print(first.get_coro().__qualname__, third)

asyncio.run(main())
asyncio.run(main())
