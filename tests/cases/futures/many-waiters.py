# Everyone who waits for a future wakes, in the order of waiting.
import asyncio

async def waiter(n, gate):
    print(n, 'waits')
    print(n, 'got', await gate)

async def main():
    gate = asyncio.Future()
    tasks = [asyncio.create_task(waiter(n, gate)) for n in range(4)]
    await asyncio.sleep(1)
    gate.set_result('open')
    print('set; nobody has run yet')
    await asyncio.gather(*tasks)
    await waiter('late', gate)

asyncio.run(main())
