import asyncio


async def is_open():
    await asyncio.sleep(0)
    return False


async def main():
    if is_open():
        print("come in")


asyncio.run(main())
