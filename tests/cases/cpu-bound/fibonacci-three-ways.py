# The same recursion directly, in a thread pool and in a process pool.
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

async def main():
    loop = asyncio.get_running_loop()
    print([fib(n) for n in (5, 10, 15)])
    with ThreadPoolExecutor() as threads, ProcessPoolExecutor(2) as processes:
        for pool in (threads, processes):
            print(await asyncio.gather(*(loop.run_in_executor(pool, fib, n) for n in (5, 10, 15))))

if __name__ == '__main__':
    asyncio.run(main())
