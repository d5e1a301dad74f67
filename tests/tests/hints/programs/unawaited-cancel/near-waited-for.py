import asyncio


async def session():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(5)


async def main():
    task = asyncio.create_task(session())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task], timeout=2)
    print("I wait no longer")


asyncio.run(main())
