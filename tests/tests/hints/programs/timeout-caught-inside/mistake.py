import asyncio


async def fetch():
    await asyncio.sleep(5)


async def main():
    async with asyncio.timeout(1):
        try:
            await fetch()
            print("it is there")
        except TimeoutError:
            # Nobody has that much time.
            print("too slow")
    print("main goes on")


asyncio.run(main())
