# A decorator that measures coroutines.
import asyncio
import functools
import time

def timed(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        begin = time.perf_counter()
        try:
            return await function(*args, **kwargs)
        finally:
            print(f'{function.__name__} took {time.perf_counter() - begin:.2f} s')
    return wrapper

@timed
async def work(n):
    """Sleep for n seconds."""
    await asyncio.sleep(n)
    return n

@timed
async def main():
    print(work.__name__, work.__doc__, asyncio.iscoroutinefunction(work))
    print(await asyncio.gather(work(1), work(0.25)))

asyncio.run(main())
