# Groups that aren't entered, or entered twice; and their reprs.
import asyncio

async def work():
    await asyncio.sleep(1)

async def main():
    group = asyncio.TaskGroup()
    print(group)
    coroutine = work()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    async with group:
        group.create_task(work())
        print(group)
        try:
            async with group:
                pass
        except RuntimeError as error:
            print(error)
    print(group)

asyncio.run(main())
