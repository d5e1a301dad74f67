# Cancelling the task that awaits gather reaches the children; return_exceptions doesn't hide it.
import asyncio

async def child(n):
    try:
        await asyncio.sleep(n)
    finally:
        print('child', n, 'ends')

async def parent(keep):
    try:
        await asyncio.gather(child(4), child(5), return_exceptions=keep)
    except asyncio.CancelledError:
        print('parent cancelled')
        raise

async def main():
    for keep in (False, True):
        task = asyncio.create_task(parent(keep))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])
        print(task.cancelled())

asyncio.run(main())
