import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except Exception as error:
        print("no answer:", type(error).__name__)


asyncio.run(main())
