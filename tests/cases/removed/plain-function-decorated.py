# python: 3.10
# The decorator on a function that never yields.
import asyncio

@asyncio.coroutine
def plain():
    return 'no yield at all'

print(asyncio.run(plain()))
