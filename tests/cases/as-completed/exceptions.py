# A failed job raises when its turn comes; the others go on.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    if n % 2 == 0:
        raise ValueError(f'{n} is even')
    return n

async def main():
    for coroutine in asyncio.as_completed([work(n) for n in (3, 2, 1, 4)]):
        try:
            print('result', await coroutine)
        except ValueError as error:
            print('error:', error)

asyncio.run(main())
