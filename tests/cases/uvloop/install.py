# uvloop makes loops quicker, not different.
import asyncio
import uvloop

async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name)

async def main():
    await asyncio.gather(work('b', 2), work('a', 1))
    print(asyncio.get_running_loop().time())

uvloop.install()
asyncio.run(main())
