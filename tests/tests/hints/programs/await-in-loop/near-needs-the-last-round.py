import asyncio


async def ask(page):
    await asyncio.sleep(1)
    return page + 1


async def main():
    page = 0
    for _ in range(3):
        page = await ask(page)
    for number in range(3):
        page += await ask(page)
    print(page)


asyncio.run(main())
