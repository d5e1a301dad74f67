# Where a comprehension stands when an asynchronous iterator fails that it asks: all of it.
import asyncio
import traceback


async def stream(n):
    yield n
    raise KeyError(n)


async def listed():
    return [x async for x in stream(1) if x]


async def over_lines():
    return {x async for x in
            stream(2)}


async def inner():
    return {y: x for x in (3, 4) async for y in stream(x)}


async def generated():
    return [x async for x in (y async for y in stream(5))]


async def nothing_to_ask():
    return [x async for x in 6]


async def by_statement():
    async for x in stream(7):
        print('seen', x)


async def main():
    for fails in listed, over_lines, inner, generated, nothing_to_ask, by_statement:
        try:
            await fails()
        except (KeyError, TypeError):
            traceback.print_exc()

asyncio.run(main())
