# Callbacks run in the order of call_soon; those added meanwhile run one turn later.
import asyncio

def first(loop):
    print('first')
    loop.call_soon(print, 'added by first')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(first, loop)
    loop.call_soon(print, 'second')
    print('main goes on')
    await asyncio.sleep(0)
    print('main after one turn')
    await asyncio.sleep(0)
    print('main after two')

asyncio.run(main())
