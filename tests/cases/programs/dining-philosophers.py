# Five philosophers; each takes the lower fork first, so that nobody starves.
import asyncio

async def philosopher(n, forks):
    first, second = sorted((n, (n + 1) % len(forks)))
    for meal in range(2):
        async with forks[first]:
            async with forks[second]:
                print(f'{asyncio.get_running_loop().time():.0f} philosopher {n} eats')
                await asyncio.sleep(1)
        await asyncio.sleep(1)
    return n

async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    print(await asyncio.gather(*(philosopher(n, forks) for n in range(5))))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
