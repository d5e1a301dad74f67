# A token bucket asks for ever less of a second, until rounding leaves next to nothing of it.
import asyncio
import time


async def requests(rate, count):
    tokens, last = 0.0, time.monotonic()
    for number in range(count):
        while tokens < 1:
            await asyncio.sleep((1 - tokens) / rate)
            now = time.monotonic()
            tokens, last = tokens + (now - last) * rate, now
        tokens -= 1
        print(f'{time.monotonic():.3f} request {number}')


async def main():
    await requests(5, 6)
    await requests(3, 4)
    loop = asyncio.get_running_loop()
    loop.call_later(1e-12, print, 'called after a trillionth of a second')
    before = loop.time()
    await asyncio.sleep(1e-10)
    print(loop.time() > before)
    before = time.perf_counter()
    time.sleep(1e-11)
    print(time.perf_counter() > before)
    try:
        async with asyncio.timeout(1e-15):
            await asyncio.sleep(1e-15)
    except TimeoutError:
        print('no time at all')


asyncio.run(main())
