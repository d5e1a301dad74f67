# A process pool shares no globals: what a worker changes, it changes for itself.
import asyncio
from concurrent.futures import ProcessPoolExecutor

counter = 0

def bump(by):
    global counter
    counter += by
    return counter

async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=1) as pool:
        for by in (1, 10, 100):
            print('worker says', await loop.run_in_executor(pool, bump, by))
    print('here it is', counter, bump(5))

if __name__ == '__main__':
    asyncio.run(main())
