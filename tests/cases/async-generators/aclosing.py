# contextlib.aclosing closes in any case.
import asyncio
from contextlib import aclosing

async def lines():
    try:
        for n in range(5):
            yield f'line {n}'
            await asyncio.sleep(0.1)
    finally:
        print('file closed')

async def find(text):
    async with aclosing(lines()) as source:
        async for line in source:
            if text in line:
                return line

async def main():
    print(await find('2'))
    print(await find('9'))

asyncio.run(main())
