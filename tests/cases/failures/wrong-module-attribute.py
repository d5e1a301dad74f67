# A misspelt name of asyncio; Python suggests the right one.
import asyncio

async def main():
    await asyncio.slep(1)

asyncio.run(main())
