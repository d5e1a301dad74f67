# Cancelling the outer task reaches the innermost await; the tasks end from the inside out.
import asyncio

async def layer(name, inner):
    try:
        return await inner
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise
    finally:
        print(name, 'ends')

async def main():
    future = asyncio.get_running_loop().create_future()
    inner = asyncio.create_task(layer('inner', future))
    middle = asyncio.create_task(layer('middle', inner))
    outer = asyncio.create_task(layer('outer', middle))
    await asyncio.sleep(1)
    print(outer.cancel())
    print(outer)
    await asyncio.wait([outer])
    print([thing.cancelled() for thing in (future, inner, middle, outer)])

asyncio.run(main())
