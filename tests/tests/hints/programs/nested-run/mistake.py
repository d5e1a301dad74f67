import asyncio


async def brew():
    print("tea")


async def main():
    asyncio.run(brew())


asyncio.run(main())
