# Cancelling a handle that is ready, has run, or was cancelled before.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    ready = loop.call_soon(print, 'not printed')
    ready.cancel()
    ran = loop.call_soon(print, 'printed')
    await asyncio.sleep(0)
    ran.cancel()
    print(ready.cancelled(), ran.cancelled(), ran)
    timers = [loop.call_later(1, print, n) for n in range(200)]
    for timer in timers[1:]:
        timer.cancel()
    await asyncio.sleep(1)
    print('one of 200 was left')

asyncio.run(main())
