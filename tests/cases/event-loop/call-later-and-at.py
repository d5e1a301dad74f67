# Timers, by delay and by the loop's clock; a handle can be cancelled.
import asyncio

def show(loop, what):
    print(f'{loop.time():.2f} {what}')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.3, show, loop, 'later 0.3')
    loop.call_at(loop.time() + 0.1, show, loop, 'at 0.1')
    handle = loop.call_later(0.2, show, loop, 'cancelled')
    print(handle.when(), handle.cancelled())
    handle.cancel()
    print(handle.cancelled(), handle)
    loop.call_later(0, show, loop, 'zero')
    loop.call_soon(show, loop, 'soon')
    loop.call_later(-5, show, loop, 'negative')
    await asyncio.sleep(0.4)
    print(loop.time())

asyncio.run(main())
