import asyncio


async def main():
    print("waits for nobody")
    await asyncio.Event().wait()


asyncio.run(main())
