import asyncio


async def backup(number):
    await asyncio.sleep(number)
    print("done", number)


async def main():
    asyncio.gather(backup(1), backup(2))
    print("all are begun")


asyncio.run(main())
