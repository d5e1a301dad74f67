# Taking the first result only; the others are cancelled by hand.
import asyncio

async def mirror(name, seconds):
    try:
        await asyncio.sleep(seconds)
        return name
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise

async def main():
    tasks = [asyncio.create_task(mirror(*pair)) for pair in (('Taipei', 3), ('Osaka', 1), ('Berlin', 2))]
    async for first in asyncio.as_completed(tasks):
        print('fastest:', first.result())
        break
    for task in tasks:
        if not task.done():
            print(task.cancel())
    await asyncio.wait(tasks)

asyncio.run(main())
