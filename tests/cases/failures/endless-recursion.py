# A coroutine that awaits itself for ever.
import asyncio

async def down(n):
    return await down(n + 1)

async def main():
    try:
        await down(0)
    except RecursionError as error:
        print(type(error).__name__, str(error)[:32])

asyncio.run(main())
