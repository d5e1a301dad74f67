# reset breaks those who wait; a cancelled waiter only leaves.
import asyncio

async def member(name, barrier):
    try:
        print(name, await barrier.wait())
    except (asyncio.BrokenBarrierError, asyncio.CancelledError) as error:
        print(name, type(error).__name__)

async def main():
    barrier = asyncio.Barrier(3)
    a, b = (asyncio.create_task(member(name, barrier)) for name in 'ab')
    await asyncio.sleep(0)
    a.cancel()
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.reset()
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.broken)
    await asyncio.gather(*(member(name, barrier) for name in 'cde'))

asyncio.run(main())
