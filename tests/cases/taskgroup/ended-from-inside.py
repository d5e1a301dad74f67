# Ending a group from inside by raising an exception of one's own.
import asyncio

class Enough(Exception):
    """Somebody has had enough: the group ends."""

async def sing(name, pause):
    verse = 0
    while True:
        verse += 1
        print(f'{asyncio.get_running_loop().time():.1f} {name} sings verse {verse}')
        await asyncio.sleep(pause)

async def neighbour(patience):
    await asyncio.sleep(patience)
    raise Enough

async def main():
    try:
        async with asyncio.TaskGroup() as choir:
            choir.create_task(sing('Ann', 1))
            choir.create_task(sing('Bob', 1.2))
            choir.create_task(neighbour(2.5))
    except* Enough:
        print('silence at', asyncio.get_running_loop().time())

asyncio.run(main())
