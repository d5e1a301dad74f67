import asyncio


async def backup():
    await asyncio.sleep(3)
    print("done")


async def main():
    asyncio.create_task(backup())
    await asyncio.sleep(2)


asyncio.run(main())
