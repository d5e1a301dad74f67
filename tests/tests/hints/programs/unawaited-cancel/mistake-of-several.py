import asyncio


async def session(number):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(number)
        print("logged out", number)


async def main():
    sessions = [asyncio.create_task(session(number)) for number in (2, 3)]
    await asyncio.sleep(1)
    for task in sessions:
        task.cancel()
    await asyncio.sleep(1)


asyncio.run(main())
