import asyncio


async def guest(number, tables):
    async with tables:
        print("guest", number, "sits down")
        await asyncio.sleep(2)
    print("guest", number, "leaves")


async def main():
    tables = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as group:
        for number in range(1, 8):
            group.create_task(guest(number, tables), name=f"guest {number}")
    print("closed")


asyncio.run(main())
