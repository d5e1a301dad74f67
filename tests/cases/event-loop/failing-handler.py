# A handler that fails is itself reported.
import asyncio

def handler(loop, context):
    raise RuntimeError('the handler is broken too')

def broken():
    raise ValueError('first problem')

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(broken)
    await asyncio.sleep(1)
    print('the loop goes on')

asyncio.run(main())
