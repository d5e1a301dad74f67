import asyncio


async def save(page):
    await asyncio.sleep(page)
    if page == 2:
        raise OSError("the disk is full")


async def main():
    tasks = [asyncio.create_task(save(page)) for page in (1, 2, 3)]
    await asyncio.wait(tasks)
    print("all are saved")


asyncio.run(main())
