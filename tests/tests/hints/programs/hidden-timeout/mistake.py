import asyncio


async def fetch():
    await asyncio.sleep(5)
    print("it is there")


async def main():
    try:
        await asyncio.wait_for(fetch(), 1)
    except Exception:
        pass
    print("main goes on")


asyncio.run(main())
