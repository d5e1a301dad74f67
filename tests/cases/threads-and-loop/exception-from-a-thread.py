# The exception of a coroutine reaches the thread that asked for it, and cancel goes the other way.
import asyncio
import concurrent.futures

async def fail():
    await asyncio.sleep(0.1)
    raise ValueError('in the loop')

async def long():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('the coroutine is cancelled')
        raise

def in_thread(loop):
    try:
        asyncio.run_coroutine_threadsafe(fail(), loop).result()
    except ValueError as error:
        print('thread caught', error)
    future = asyncio.run_coroutine_threadsafe(long(), loop)
    try:
        future.result(1)
    except concurrent.futures.TimeoutError:
        print('cancel:', future.cancel())

async def main():
    await asyncio.to_thread(in_thread, asyncio.get_running_loop())
    await asyncio.sleep(0.1)

asyncio.run(main())
