# A list needs its star.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2)]
    try:
        await asyncio.gather(tasks)
    except TypeError as error:
        print(type(error).__name__, str(error).split(',')[0])
    a, b = await asyncio.gather(*tasks)
    print(a, b)

asyncio.run(main())
