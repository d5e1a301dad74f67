# Eleven sleeps of the same length end in the order in which they began.
import asyncio

async def sleeper(n):
    await asyncio.sleep(0.5)
    print(n, end=' ')

async def main():
    await asyncio.gather(*(sleeper(n) for n in range(11)))
    print()
    await asyncio.gather(*(sleeper(n) for n in reversed(range(11))))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
