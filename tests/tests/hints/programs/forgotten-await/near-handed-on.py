import asyncio


async def save(text):
    await asyncio.sleep(1)
    return text


async def main():
    one = save("first")
    two = asyncio.create_task(save("second"))
    print(await one, await two, await save("third"))
    unused = save("fourth")
    unused.close()


asyncio.run(main())
