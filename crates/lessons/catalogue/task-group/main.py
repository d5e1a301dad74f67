import asyncio


async def carry(box, seconds):
    await asyncio.sleep(seconds)
    print("box", box, "is upstairs")
    return box


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(carry("A", 2))
        second = group.create_task(carry("B", 1))
        print("the block ends here, the waiting does not")
    print("moved:", first.result(), second.result())


asyncio.run(main())
