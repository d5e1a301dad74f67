# An asynccontextmanager can decorate coroutines; suppress and nullcontext work as ever.
import asyncio
from contextlib import asynccontextmanager, nullcontext, suppress

@asynccontextmanager
async def timed(label):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    yield
    print(label, 'took', loop.time() - begin)

@timed('nap')
async def nap():
    await asyncio.sleep(0.75)
    return 'rested'

async def main():
    print(await nap())
    async with nullcontext('same code, no context') as text:
        print(text)
    task = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    print('suppressed', task.cancelled())

asyncio.run(main())
