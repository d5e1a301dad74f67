# Asynchronous comprehensions of every kind.
import asyncio

async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.01)
        yield i

async def square(n):
    await asyncio.sleep(0.1)
    return n * n

async def main():
    print([n async for n in numbers(5) if n % 2])
    print({n: n * n async for n in numbers(3)})
    print(sorted({n // 2 async for n in numbers(5)}))
    print([await square(n) for n in range(3)])
    print([await square(n) async for n in numbers(4) if await square(n) > 1])
    generator = (n * 10 async for n in numbers(3))
    print(type(generator).__name__, [n async for n in generator])
    print([[m async for m in numbers(n)] async for n in numbers(3)])
    print(asyncio.get_running_loop().time())

asyncio.run(main())
