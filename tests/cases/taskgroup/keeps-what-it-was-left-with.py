"""A group that raises an error keeps the traceback that it was left with, and so what the frames in that held."""
import asyncio
import weakref
class Held: pass
async def fail():
    raise ValueError('x10')
async def fetch():
    task = asyncio.create_task(fail())
    held = Held()
    weakref.finalize(held, print, 'let go')
    async def inner(delay):
        await asyncio.sleep(delay)
        await task
    await asyncio.gather(inner(0.1), inner(0.2))
async def main():
    try:
        async with asyncio.TaskGroup() as g: await fetch()
    except* ValueError as error:
        pass
    print('one')
    await asyncio.sleep(0.15)
    print('two')
    await asyncio.sleep(0.15)
asyncio.run(main())
