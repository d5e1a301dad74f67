# What asyncio takes for a future.
import asyncio


class Duck:
    _asyncio_future_blocking = False


class Swan:
    pass


async def main():
    future = asyncio.get_running_loop().create_future()
    print(asyncio.isfuture(future), asyncio.isfuture(asyncio.Future), asyncio.isfuture(1))
    duck = Duck()
    print(asyncio.isfuture(duck), asyncio.isfuture(Duck), asyncio.isfuture(Swan()))
    print(asyncio.ensure_future(duck) is duck, asyncio.wrap_future(duck) is duck)


asyncio.run(main())
