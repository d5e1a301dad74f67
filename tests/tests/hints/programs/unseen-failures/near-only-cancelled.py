import asyncio


async def tick():
    while True:
        await asyncio.sleep(1)


async def main():
    tasks = [asyncio.create_task(tick()) for _ in range(2)]
    await asyncio.sleep(3)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print("all have stopped")


asyncio.run(main())
