# `as_completed` has its timer, and a timer that has fired still has what it called.
import asyncio


async def fails():
    await asyncio.sleep(0.1)
    raise ValueError('nobody asks')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context.get('exception'))))
    for timeout in None, 1, 0.2:
        for coming in asyncio.as_completed([fails(), asyncio.sleep(0.5)], timeout=timeout):
            coming.close()
        await asyncio.sleep(2)
        print('after a timeout of', timeout)
    del coming
    print('main ends')


asyncio.run(main())
print('after')
