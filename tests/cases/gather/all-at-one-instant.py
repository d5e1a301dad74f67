# Jobs that end at the same instant: the order is that of their timers.
import asyncio

async def job(name, *pauses):
    for pause in pauses:
        await asyncio.sleep(pause)
    print(name, end=' ')
    return name

async def main():
    print(await asyncio.gather(job('d', 0.5, 0.5), job('a', 1), job('e', 0.25, 0.75), job('b', 1), job('c', 1)))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
