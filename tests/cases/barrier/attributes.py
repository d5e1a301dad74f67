# parties, n_waiting, broken; async with; the repr in each state.
import asyncio

async def member(barrier):
    async with barrier as place:
        return place

async def main():
    barrier = asyncio.Barrier(2)
    print(barrier, barrier.parties, barrier.n_waiting, barrier.broken)
    task = asyncio.create_task(member(barrier))
    await asyncio.sleep(0)
    print(barrier, barrier.n_waiting)
    print(await member(barrier), await task)
    await barrier.abort()
    print(barrier, barrier.broken)
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(repr(error))
    await barrier.reset()
    print(barrier)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)

asyncio.run(main())
