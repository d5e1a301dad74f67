import asyncio


async def polite():
    while True:
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print("yes")
            raise
        except Exception:
            pass


async def tidy():
    while True:
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            await asyncio.sleep(1)
            break


async def main():
    tasks = [asyncio.create_task(polite()), asyncio.create_task(tidy())]
    await asyncio.sleep(1)
    for task in tasks:
        task.cancel()
    while not all(task.done() for task in tasks):
        try:
            await tasks[0]
        except asyncio.CancelledError:
            print("it was cancelled")
        await asyncio.sleep(1)


asyncio.run(main())
