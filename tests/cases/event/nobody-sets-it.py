# An event that is never set; the program says who waits.
import asyncio

async def waiter(event):
    print('waiting')
    await event.wait()
    print('never')

async def main():
    event = asyncio.Event()
    task = asyncio.create_task(waiter(event), name='patient')
    await asyncio.sleep(1)
    print('main waits for the waiter')
    await task

asyncio.run(main())
