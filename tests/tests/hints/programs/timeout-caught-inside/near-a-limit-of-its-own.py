import asyncio


async def main():
    async with asyncio.timeout(3):
        try:
            await asyncio.wait_for(asyncio.sleep(5), 1)
        except TimeoutError:
            print("too slow")


asyncio.run(main())
