import asyncio


async def save(text):
    await asyncio.sleep(1)
    print("saved:", text)


async def main():
    await save("first page")
    save("second page")
    await save("third page")
    print("done")


asyncio.run(main())
