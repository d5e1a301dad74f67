# Awaiting inside the call to gather leaves nothing to gather.
import asyncio

async def work(n):
    await asyncio.sleep(1)
    return n

async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.gather(await work(1), await work(2))
    except TypeError as error:
        print(error, loop.time())
    print(await asyncio.gather(work(1), work(2)), loop.time())

asyncio.run(main())
