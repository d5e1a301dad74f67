import asyncio


async def save(page):
    await asyncio.sleep(page)
    if page == 2:
        raise OSError("the disk is full")


async def main():
    await asyncio.gather(*(save(page) for page in (1, 2, 3)), return_exceptions=True)
    print("all are saved")


asyncio.run(main())
