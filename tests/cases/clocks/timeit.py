# timeit and elapsed times as lessons measure them.
import asyncio
import time
import timeit

async def main():
    begin = timeit.default_timer()
    await asyncio.sleep(1.234)
    print(f'{timeit.default_timer() - begin:.3f}')
    before = time.time()
    await asyncio.sleep(0.2)
    print(time.time() - before)

asyncio.run(main())
print(timeit.timeit(lambda: time.sleep(0.1), number=5))
print(time.localtime().tm_year, time.gmtime(0).tm_year)
