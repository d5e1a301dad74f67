import asyncio


async def save(page):
    await asyncio.sleep(5 - page)
    print("saved", page)


async def main():
    tasks = set()
    for page in (1, 2, 3):
        task = asyncio.create_task(save(page))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    while tasks:
        await asyncio.wait(tasks)


asyncio.run(main())
