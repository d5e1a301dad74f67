import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print("no")


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(6)


asyncio.run(main())
