import asyncio


async def session():
    print("logged in")
    try:
        await asyncio.sleep(10)
    finally:
        print("logging out")
        await asyncio.sleep(1)
        print("logged out")


async def main():
    task = asyncio.create_task(session(), name="session")
    await asyncio.sleep(2)
    task.cancel()
    print("cancel is only a request")
    await asyncio.wait([task])
    print("now it is over:", task.cancelled())


asyncio.run(main())
