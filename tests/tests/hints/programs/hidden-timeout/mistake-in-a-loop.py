import asyncio


async def main():
    for seconds in (1, 3):
        try:
            async with asyncio.timeout(2):
                await asyncio.sleep(seconds)
        except Exception:
            continue
        print("slept", seconds)


asyncio.run(main())
