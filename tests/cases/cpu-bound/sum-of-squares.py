# A computation without await: the loop stands still, and no time passes on the ideal machine.
import asyncio

async def compute(name, n):
    print(name, 'starts')
    total = sum(i * i for i in range(n))
    print(name, 'ends', total)
    return total

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(compute('A', 20_000), compute('B', 10_000)), loop.time())

asyncio.run(main())
