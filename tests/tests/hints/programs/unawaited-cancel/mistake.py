import asyncio


async def session():
    try:
        await asyncio.sleep(10)
    finally:
        print("logging out")
        await asyncio.sleep(2)
        print("logged out")


async def main():
    task = asyncio.create_task(session())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
