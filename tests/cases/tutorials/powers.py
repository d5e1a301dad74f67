# Three computations that report every step and pause between.
import asyncio

async def powers(base, limit):
    value, exponent = 1, 0
    while value * base <= limit:
        value *= base
        exponent += 1
        print(f'{base}**{exponent} = {value}')
        await asyncio.sleep(1)
    return base, exponent

async def main():
    print(dict(await asyncio.gather(powers(2, 20), powers(3, 30), powers(10, 1000))))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
