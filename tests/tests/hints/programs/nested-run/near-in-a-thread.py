import asyncio


async def brew():
    print("tea")


def in_a_thread():
    asyncio.run(brew())


async def main():
    await asyncio.to_thread(in_a_thread)
    try:
        asyncio.run(asyncio.sleep(0))
    except RuntimeError:
        print("as expected")


asyncio.run(main())
