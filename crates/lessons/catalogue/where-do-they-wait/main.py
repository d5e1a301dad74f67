import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)


async def page(number):
    await fetch(number)
    await fetch(9)


async def main():
    for number in (1, 5):
        asyncio.create_task(page(number), name=f"page {number}")
    await asyncio.sleep(3)
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in sorted(tasks, key=asyncio.Task.get_name):
        for frame in task.get_stack():
            print(task.get_name(), "is in line", frame.f_lineno)


asyncio.run(main())
