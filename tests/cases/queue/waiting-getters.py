# Getters are served in order; one that is cancelled leaves its place.
import asyncio

async def getter(name, queue):
    print(name, 'got', await queue.get())

async def main():
    queue = asyncio.Queue()
    a, b, c = (asyncio.create_task(getter(name, queue)) for name in 'abc')
    await asyncio.sleep(0)
    print(queue)
    b.cancel()
    await asyncio.sleep(0)
    for item in (1, 2, 3):
        queue.put_nowait(item)
    await asyncio.wait([a, b, c])
    print(queue, b.cancelled())

asyncio.run(main())
