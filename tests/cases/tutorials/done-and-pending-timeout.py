# The same with a timeout that falls on the very moment at which one is done.
import asyncio

async def bake(minutes):
    await asyncio.sleep(minutes)
    return 'baked'

async def main():
    tasks = [asyncio.create_task(bake(20), name='biscuits'), asyncio.create_task(bake(40), name='bread')]
    done, pending = await asyncio.wait(tasks, timeout=20)
    print('done:', done)
    print('pending:', pending)
    done, pending = await asyncio.wait(tasks, timeout=1)
    print('done:', done)
    print('pending:', pending)

asyncio.run(main())
