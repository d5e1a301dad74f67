# An exception passes loops that are inside each other: the innermost lets go of its generator first.
import asyncio


async def stream(name):
    try:
        for item in range(3):
            yield item
    finally:
        print(asyncio.current_task().get_name(), 'closes', name)


async def fails():
    async for _ in stream('outer'):
        async for _ in stream('middle'):
            async for _ in stream('inner'):
                raise ValueError('in the middle of three')


async def handles():
    try:
        async for _ in stream('outer, handled'):
            async for _ in stream('inner, handled'):
                raise ValueError('in the middle of two')
    except ValueError as error:
        print(error)
    await asyncio.sleep(1)


async def main():
    print(await asyncio.gather(fails(), return_exceptions=True))
    await asyncio.sleep(1)
    await handles()

asyncio.run(main())
