# Cancelling the task that waits for a thread: the thread goes on.
import asyncio
import time

def work():
    time.sleep(2)
    print('thread done at', time.perf_counter())

async def main():
    task = asyncio.create_task(asyncio.to_thread(work))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('task cancelled at', time.perf_counter())
    await asyncio.sleep(2)

asyncio.run(main())
