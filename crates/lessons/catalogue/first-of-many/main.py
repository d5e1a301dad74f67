import asyncio


async def mirror(seconds):
    await asyncio.sleep(seconds)
    return f"answer after {seconds} s"


async def main():
    tasks = [
        asyncio.create_task(mirror(seconds), name=f"mirror {seconds}")
        for seconds in (3, 1, 2)
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        print(task.get_name(), "wins:", task.result())
    for task in pending:
        task.cancel()
    print("not needed any more:", len(pending))


asyncio.run(main())
