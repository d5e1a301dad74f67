# AbstractAsyncContextManager gives __aenter__; AsyncContextDecorator gives the @ form.
import asyncio
from contextlib import AbstractAsyncContextManager, AsyncContextDecorator

class Logged(AsyncContextDecorator, AbstractAsyncContextManager):
    async def __aexit__(self, kind, value, traceback):
        print('left with', kind and kind.__name__)

@Logged()
async def work(n):
    return 10 // n

async def main():
    async with Logged() as logged:
        print(type(logged).__name__)
    print(await work(3))
    try:
        await work(0)
    except ZeroDivisionError:
        print('and it came out')

asyncio.run(main())
