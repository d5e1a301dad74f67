# Holding the permit after the work: so many in so many seconds.
import asyncio

async def call(n, gate):
    async with gate:
        print(f'{asyncio.get_running_loop().time():4.1f} call {n}')
        await asyncio.sleep(0.1)
        await asyncio.sleep(4.9)

async def main():
    gate = asyncio.Semaphore(2)
    tasks = [asyncio.create_task(call(n, gate)) for n in range(10)]
    await asyncio.wait(tasks)
    print(asyncio.get_running_loop().time())

asyncio.run(main())
