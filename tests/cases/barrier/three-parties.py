# A barrier lets three through together, and again.
import asyncio

async def player(name, seconds, barrier):
    for level in (1, 2):
        await asyncio.sleep(seconds)
        print(f'{asyncio.get_running_loop().time():.1f} {name} at level {level}')
        place = await barrier.wait()
        print(f'{asyncio.get_running_loop().time():.1f} {name} goes on, place {place}')

async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(player('a', 1, barrier), player('b', 2, barrier), player('c', 3, barrier))
    print(barrier)

asyncio.run(main())
