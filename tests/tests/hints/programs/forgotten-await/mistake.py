import asyncio


async def save(text):
    await asyncio.sleep(1)
    print("saved", text)


async def main():
    save("first")
    print("done")


asyncio.run(main())
