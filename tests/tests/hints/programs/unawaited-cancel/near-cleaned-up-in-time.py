import asyncio


async def session():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(1)
        print("logged out")


async def main():
    task = asyncio.create_task(session())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(2)


asyncio.run(main())
