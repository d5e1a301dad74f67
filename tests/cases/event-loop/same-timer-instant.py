# Timers for the same instant, set at different times.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_at(2, print, 'first')
    loop.call_at(2, print, 'second')
    await asyncio.sleep(1)
    loop.call_at(2, print, 'third, set at 1')
    loop.call_later(1, print, 'fourth, set at 1')
    loop.call_at(1.5, loop.call_at, 2, print, 'fifth, set at 1.5')
    await asyncio.sleep(1)
    print('main', loop.time())
    await asyncio.sleep(0.1)

asyncio.run(main())
