import asyncio


async def backup(number):
    await asyncio.sleep(number)
    print("done")


async def main():
    for number in range(3):
        asyncio.create_task(backup(number))
    print("all are begun")


asyncio.run(main())
