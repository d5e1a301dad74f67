# All take the left fork first: the classic deadlock.
import asyncio

async def philosopher(n, forks):
    async with forks[n]:
        print(n, 'has the left fork')
        await asyncio.sleep(1)
        async with forks[(n + 1) % len(forks)]:
            print(n, 'eats')

async def main():
    forks = [asyncio.Lock() for _ in range(3)]
    async with asyncio.TaskGroup() as table:
        for n in range(3):
            table.create_task(philosopher(n, forks), name=f'philosopher-{n}')

asyncio.run(main())
