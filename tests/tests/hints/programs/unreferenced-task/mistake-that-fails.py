import asyncio


async def backup():
    await asyncio.sleep(1)
    raise OSError("the disk is full")


async def main():
    asyncio.create_task(backup())
    await asyncio.sleep(2)


asyncio.run(main())
