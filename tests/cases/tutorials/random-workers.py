# Random jobs for three clerks; the seed makes them the same in every run.
# interleave: seed=5
import asyncio
import random

async def clerk(name, desk):
    served = []
    while not desk.empty():
        customer, minutes = desk.get_nowait()
        await asyncio.sleep(minutes)
        served.append(customer)
        print(f'{asyncio.get_running_loop().time():5.2f} {name} has served customer {customer} in {minutes:.2f}')
    return served

async def main():
    desk = asyncio.Queue()
    for customer in range(8):
        desk.put_nowait((customer, random.uniform(1, 10)))
    print(await asyncio.gather(*(clerk(name, desk) for name in ('Ada', 'Bo', 'Cy'))))

asyncio.run(main())
