# The built-in functions aiter and anext, with a default.
import asyncio

async def letters():
    for letter in 'ab':
        yield letter

async def main():
    iterator = aiter(letters())
    print(await anext(iterator))
    print(await anext(iterator, 'nothing'))
    print(await anext(iterator, 'nothing'))
    try:
        await anext(iterator)
    except StopAsyncIteration as stop:
        print(repr(stop))
    for wrong in ([1], 5):
        try:
            aiter(wrong)
        except TypeError as error:
            print(error)

asyncio.run(main())
