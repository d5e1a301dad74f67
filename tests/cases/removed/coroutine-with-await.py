# python: 3.10
# A decorated generator and an async def in one program.
import asyncio

@asyncio.coroutine
def old():
    yield from asyncio.sleep(1)
    return 'old'

async def new():
    return 'new and ' + await old()

print(asyncio.iscoroutinefunction(old), asyncio.iscoroutinefunction(new))
print(asyncio.run(new()))
