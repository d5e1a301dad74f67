import asyncio


async def write():
    print("writing")
    await asyncio.sleep(3)
    print("all is written")


async def main():
    writing = asyncio.create_task(write(), name="writer")
    try:
        await asyncio.wait_for(asyncio.shield(writing), timeout=1)
    except TimeoutError:
        print("I wait no longer")
    print("writer done?", writing.done())
    await writing
    print("writer done?", writing.done())


asyncio.run(main())
