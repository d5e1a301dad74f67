"""What the end of a run could not close, as somebody was in the middle of it, is closed in a task when that lets go."""
import asyncio
async def stream(n):
    try:
        for item in range(n):
            await asyncio.sleep(0.05)
            yield item
    finally:
        print(asyncio.current_task().get_name())
async def serve(n):
    flow = stream(4)
    async for item in flow:
        if item == 1:
            break
async def count(n):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('cancelled')
    task = asyncio.create_task(serve(n * 2), name='serve')
    await asyncio.sleep(0.1)
def job():
    import time
    time.sleep(0.3)
async def main():
    await asyncio.to_thread(job)
    task = asyncio.create_task(count(2), name='count')
    await asyncio.sleep(0)
asyncio.run(main())
