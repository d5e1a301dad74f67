import asyncio


async def stubborn():
    for attempt in (1, 2, 3):
        try:
            await asyncio.sleep(2)
            print("attempt", attempt, "is complete")
        except asyncio.CancelledError:
            print("attempt", attempt, "ignores it")


async def main():
    task = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(1)
    task.cancel()
    await task
    print("cancelled?", task.cancelled())


asyncio.run(main())
