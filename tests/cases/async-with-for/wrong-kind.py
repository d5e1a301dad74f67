# Mixing up for and async for, with and async with.
import asyncio

class Sync:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

class HalfAsync:
    async def __aenter__(self):
        pass

async def main():
    async def for_list():
        async for x in [1, 2]:
            print(x)

    async def for_generator():
        async def generator():
            yield 1
        for x in generator():
            print(x)

    async def with_sync():
        async with Sync():
            pass

    async def with_lock():
        with asyncio.Lock():
            pass

    async def half():
        async with HalfAsync():
            pass

    for attempt in (for_list, for_generator, with_sync, with_lock, half):
        try:
            await attempt()
        except TypeError as error:
            print(attempt.__name__, '-', error)

asyncio.run(main())
