# Results in the order of the finish.
import asyncio

async def work(name, seconds):
    await asyncio.sleep(seconds)
    return name

async def main():
    loop = asyncio.get_running_loop()
    jobs = [work('c', 3), work('a', 1), work('b', 2)]
    for next_result in asyncio.as_completed(jobs):
        print(type(next_result).__name__, await next_result, loop.time())

asyncio.run(main())
