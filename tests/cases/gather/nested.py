# gather inside gather, results as nested lists.
import asyncio

async def leaf(n):
    await asyncio.sleep(n / 10)
    return n

def branch(*numbers):
    return asyncio.gather(*(leaf(n) for n in numbers))

async def main():
    print(await asyncio.gather(branch(1, 2), leaf(3), branch(), branch(5)))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
