# Results come in the order of the arguments, not of the finish.
import asyncio

async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, 'ends')
    return name

async def main():
    results = await asyncio.gather(work('slow', 3), work('quick', 1), work('middle', 2))
    print(results, asyncio.get_running_loop().time())

asyncio.run(main())
