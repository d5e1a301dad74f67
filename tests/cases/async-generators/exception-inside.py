# An exception in a generator ends it; the second time nobody catches it.
import asyncio

async def risky():
    yield 1
    raise ValueError('no more')
    yield 2

async def main():
    generator = risky()
    try:
        async for n in generator:
            print(n)
    except ValueError as error:
        print('caught', error)
    print([n async for n in generator])
    async for n in risky():
        print('again', n)

asyncio.run(main())
