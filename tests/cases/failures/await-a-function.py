# Missing parentheses after await.
import asyncio

async def work():
    return 1

async def main():
    print(await work)

asyncio.run(main())
