# Set and cleared at once: those who waited are woken nevertheless.
import asyncio

async def waiter(name, event):
    await event.wait()
    print(name, 'woke; is it set?', event.is_set())

async def main():
    event = asyncio.Event()
    early = asyncio.create_task(waiter('early', event))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late = asyncio.create_task(waiter('late', event))
    await asyncio.sleep(1)
    print(early.done(), late.done(), event)
    event.set()
    await late

asyncio.run(main())
