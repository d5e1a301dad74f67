# A task overlaps with what main awaits itself.
import asyncio

async def count(name, step):
    for n in range(3):
        print(f'{asyncio.get_running_loop().time():.1f} {name} {n}')
        await asyncio.sleep(step)
    return name

async def main():
    task = asyncio.create_task(count('task', 1))
    print(await count('plain', 0.4))
    print(await task)

asyncio.run(main())
