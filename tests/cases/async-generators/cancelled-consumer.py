# Cancelling the consumer cancels the generator where it waits.
import asyncio

async def ticks():
    n = 0
    try:
        while True:
            await asyncio.sleep(1)
            yield n
            n += 1
    except asyncio.CancelledError:
        print('generator cancelled after', n)
        raise
    finally:
        print('generator ends')

async def consumer():
    async for n in ticks():
        print('tick', n)

async def main():
    task = asyncio.create_task(consumer())
    await asyncio.sleep(2.5)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
