# One turn of the loop runs exactly what was ready when it began.
import asyncio

def turn(loop, n):
    print('--- turn', n)
    if n < 5:
        loop.call_soon(turn, loop, n + 1)

async def work(name, pauses):
    for n in range(pauses):
        print(f'    {name} {n}')
        await asyncio.sleep(0)
    print(f'    {name} ends')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(turn, loop, 1)
    tasks = [asyncio.create_task(work('a', 2)), asyncio.create_task(work('b', 1))]
    for task in tasks:
        await task
    print('    main ends')

asyncio.run(main())
