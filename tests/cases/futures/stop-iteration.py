# StopIteration can't travel through a future.
import asyncio

async def raises():
    raise StopIteration('x')

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(StopIteration())
    for awaitable in (future, raises()):
        try:
            await awaitable
        except RuntimeError as error:
            print(error, repr(error.__cause__))
    future = loop.create_future()
    future.set_exception(ValueError)
    try:
        await future
    except ValueError as error:
        print('a class is called:', repr(error))

asyncio.run(main())
