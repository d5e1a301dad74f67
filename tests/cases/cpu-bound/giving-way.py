# sleep(0) now and then lets others run during a computation.
import asyncio

async def primes(limit):
    found = []
    for n in range(2, limit):
        if all(n % p for p in found):
            found.append(n)
        if n % 100 == 0:
            print('checked up to', n)
            await asyncio.sleep(0)
    return len(found)

async def other():
    for n in range(3):
        print('other', n)
        await asyncio.sleep(0)

async def main():
    print(await asyncio.gather(primes(500), other()))

asyncio.run(main())
