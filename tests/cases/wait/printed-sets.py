# How done and pending look when printed.
import asyncio

async def quick():
    return 'q'

async def slow():
    await asyncio.sleep(9)

async def main():
    a = asyncio.create_task(quick())
    b = asyncio.create_task(slow(), name='slow-one')
    done, pending = await asyncio.wait([a, b], timeout=1)
    print(done)
    print(pending)
    print(type(done).__name__, a in done, b in pending)
    print(pending - done == {b})

asyncio.run(main())
