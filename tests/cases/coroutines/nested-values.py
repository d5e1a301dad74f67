# Values come back through every level of await.
import asyncio

async def add(a, b):
    await asyncio.sleep(0.5)
    return a + b

async def double(n):
    return 2 * await add(n, 0)

async def main():
    total = await add(await double(1), await double(await add(1, 1)))
    print(total, asyncio.get_running_loop().time())
    return [await double(n) for n in range(3)]

print(asyncio.run(main()))
