import asyncio


async def sum_of_squares(name, parts):
    total = 0
    for part in range(parts):
        first = part * 1000
        total += sum(n * n for n in range(first, first + 1000))
        print(name, "has done part", part + 1)
        await asyncio.sleep(0)
    print(name, "has", total)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(sum_of_squares("long", 4), name="long")
        group.create_task(sum_of_squares("short", 2), name="short")


asyncio.run(main())
