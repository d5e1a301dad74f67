import asyncio


async def save(text):
    await asyncio.sleep(1)
    return len(text)


async def main():
    length = save("first")
    print("done")


asyncio.run(main())
