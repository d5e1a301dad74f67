# break leaves an async generator open; aclose runs its finally.
import asyncio

async def numbers():
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(0.1)
    finally:
        print('closing …')
        await asyncio.sleep(1)
        print('closed')

async def main():
    generator = numbers()
    async for n in generator:
        print(n)
        if n == 2:
            break
    print('after the loop')
    await generator.aclose()
    print('after aclose', asyncio.get_running_loop().time())
    await generator.aclose()
    print([n async for n in generator])

asyncio.run(main())
