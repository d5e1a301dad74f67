# The two kinds of `with` on the wrong kind of object.
import asyncio


class Sync:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


async def main():
    try:
        async with Sync():
            pass
    except TypeError as error:
        print(error)
    for thing in asyncio.Lock(), asyncio.Semaphore(), asyncio.timeout(1):
        try:
            with thing:
                pass
        except TypeError as error:
            print(error)
    try:
        async for item in [1, 2]:
            pass
    except TypeError as error:
        print(error)

asyncio.run(main())
