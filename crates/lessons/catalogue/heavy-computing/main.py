import asyncio
from concurrent.futures import ProcessPoolExecutor


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def ticks():
    for number in range(1, 4):
        await asyncio.sleep(0.1)
        print("tick", number)


async def main():
    ticking = asyncio.create_task(ticks(), name="ticks")
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1) as pool:
        print("fib:", await loop.run_in_executor(pool, fib, 15))
    await ticking


if __name__ == "__main__":
    asyncio.run(main())
