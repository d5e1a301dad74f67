# A pool forgets a job once it has begun: what it raised dies with the last name of its future.
import asyncio
from concurrent.futures import ThreadPoolExecutor


class Mishap(Exception):
    def __del__(self):
        print('the mishap is forgotten')


def job():
    raise Mishap('no')


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(job)
    print(repr(future.exception()))
    future = None
    print('the next job')
    pool.submit(int).result()


async def count():
    try:
        yield 1
        yield 2
    finally:
        print('closed in', asyncio.current_task().get_name())


async def fetch():
    flow = count()
    print(await anext(flow))
    try:
        await asyncio.get_running_loop().run_in_executor(None, job)
    except Mishap as error:
        print('caught', error)


async def main():
    await fetch()
    print('fetched')
    await asyncio.sleep(0)


asyncio.run(main())
