# A worker that finds its first job taken by another keeps its number.
import asyncio
import threading
import time

def job(n):
    print(n, threading.current_thread().name)
    time.sleep(0)

async def several(group):
    await asyncio.gather(*(asyncio.to_thread(job, (group, n)) for n in range(3)))

async def main():
    tasks = [asyncio.ensure_future(several(group)) for group in 'ab']
    async for earliest in asyncio.as_completed(tasks):
        await earliest

asyncio.run(main())
