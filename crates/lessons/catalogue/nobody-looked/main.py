import asyncio


async def backup():
    await asyncio.sleep(1)
    raise OSError("the disk is full")


async def main():
    asyncio.create_task(backup(), name="backup")
    for hour in range(1, 4):
        await asyncio.sleep(1)
        print("hour", hour, "all is well")


asyncio.run(main())
