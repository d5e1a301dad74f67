# A loop that is never closed still holds its sleeping task, which is reported as running.
import asyncio
async def work(n):
    try:
        await asyncio.sleep(n)
    finally:
        print('finally', n)
loop = asyncio.new_event_loop()
t = loop.create_task(work(9))
loop.run_until_complete(asyncio.sleep(1))
print(t)
