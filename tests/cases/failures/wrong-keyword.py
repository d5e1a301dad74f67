# sleep knows no such argument.
import asyncio

async def main():
    await asyncio.sleep(seconds=1)

asyncio.run(main())
