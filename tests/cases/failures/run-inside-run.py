# asyncio.run can't be nested.
import asyncio

async def inner():
    return 1

async def main():
    result = asyncio.run(inner())
    print(result)

asyncio.run(main())
