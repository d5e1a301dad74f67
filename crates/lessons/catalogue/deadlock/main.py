import asyncio


async def cook(name, first, second):
    async with first:
        print(name, "has the first thing")
        await asyncio.sleep(1)
        async with second:
            print(name, "cooks")


async def main():
    pan, knife = asyncio.Lock(), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        group.create_task(cook("Ada", pan, knife), name="Ada")
        group.create_task(cook("Bo", knife, pan), name="Bo")


asyncio.run(main())
