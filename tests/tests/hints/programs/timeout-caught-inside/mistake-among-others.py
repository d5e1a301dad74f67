import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            print("begin")
            try:
                await asyncio.sleep(5)
            except asyncio.TimeoutError as error:
                print("too slow", error)
    except Exception as error:
        print(type(error).__name__)


asyncio.run(main())
