import asyncio


async def step(name, seconds):
    try:
        await asyncio.sleep(seconds)
        if name == "bad":
            raise ValueError("something broke")
        print(name, "is finished")
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name, seconds in [("quick", 1), ("bad", 2), ("slow", 4)]:
                group.create_task(step(name, seconds), name=name)
    except ExceptionGroup as failures:
        print("main hears:", failures.exceptions)
    print("main ends")


asyncio.run(main())
