# In debug mode a handle shows what its callback is called with.
import asyncio


class Mishap(Exception):
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], context.get('handle')))
    for value in Mishap('x'), ValueError(1, 2), [1, 2], {'a': 'b'}, (1, 'c'), b'x', Mishap, {1, 2}, 'd' * 50, 1.5:
        future = loop.create_future()
        future.cancel()
        handle = loop.call_later(0.2, future.set_exception, value)
        print(handle)
        await asyncio.sleep(1)
        handle = loop.call_later(0.2, future.set_exception, value)
        handle.cancel()
        print(handle)


asyncio.run(main(), debug=True)
