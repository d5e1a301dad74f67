# Keyword arguments need functools.partial.
import asyncio
import functools

def describe(name, *, size=1, colour='white'):
    return f'{name}: {size}, {colour}'

async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, describe, 'cup'))
    print(await loop.run_in_executor(None, functools.partial(describe, 'cup', size=3, colour='blue')))
    try:
        await loop.run_in_executor(None, describe, 'cup', size=2)
    except TypeError as error:
        print(error)

asyncio.run(main())
