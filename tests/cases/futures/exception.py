# set_exception raises where the future is awaited; result() raises it too.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_exception, ConnectionError('line is down'))
    try:
        await future
    except ConnectionError as error:
        print('caught', repr(error), 'at', loop.time())
    print(future)
    print(repr(future.exception()))
    try:
        future.result()
    except ConnectionError as error:
        print('again', error)

asyncio.run(main())
