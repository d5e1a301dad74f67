import asyncio


async def save(page):
    await asyncio.sleep(page)
    if page == 1:
        raise OSError("the disk is full")


async def main():
    for page in (1, 2, 3):
        task = asyncio.create_task(save(page))
    await task
    print("all are saved")


asyncio.run(main())
