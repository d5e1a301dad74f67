import asyncio


async def visit(seconds):
    me = asyncio.current_task()
    print("I am", me.get_name())
    await asyncio.sleep(seconds)


async def main():
    asyncio.create_task(visit(1), name="Ada")
    asyncio.create_task(visit(4), name="Bo")
    for _ in range(3):
        await asyncio.sleep(1.5)
        names = sorted(task.get_name() for task in asyncio.all_tasks())
        print("here are", ", ".join(names))


asyncio.run(main())
