import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(1), 5)
        int("one")
    except Exception:
        pass


asyncio.run(main())
