# The current loop is never collected, nor are the tasks that its timers hold.
import asyncio
async def work(n):
    try:
        await asyncio.sleep(n)
    finally:
        print('finally', n)
async def main():
    await asyncio.gather(work(10), work(20))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
t = loop.create_task(main())
loop.run_until_complete(asyncio.sleep(1))
print(t)
