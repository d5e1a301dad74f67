import asyncio


async def save(page):
    await asyncio.sleep(page)
    print("saved", page)


async def main():
    for page in (1, 2, 3):
        task = asyncio.create_task(save(page))
    await task


asyncio.run(main())
