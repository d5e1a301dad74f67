"""What is cancelled before it has begun is raised where it is defined, of the library's coroutines, too."""
import asyncio
import traceback


async def mine():
    await asyncio.sleep(1)


async def impatient(make):
    try:
        await asyncio.wait_for(make(), 0)
    except TimeoutError:
        traceback.print_exc()


async def cancelled(what):
    task = asyncio.create_task(what)
    task.cancel('not today')
    try:
        await task
    except asyncio.CancelledError:
        traceback.print_exc()


async def main():
    await impatient(mine)
    await impatient(lambda: asyncio.sleep(1))
    await impatient(lambda: asyncio.sleep(0))
    await impatient(asyncio.Event().wait)
    await cancelled(mine())
    await cancelled(asyncio.sleep(2))
    await cancelled(asyncio.Queue().get())
    await cancelled(asyncio.Lock().__aexit__(None, None, None))


asyncio.run(main())

try:
    asyncio.sleep(1).send(None)
except RuntimeError:
    traceback.print_exc()
