import asyncio


async def backup(number):
    await asyncio.sleep(number)


async def main():
    asyncio.create_task(backup(1))
    await asyncio.sleep(2)


asyncio.run(main())
