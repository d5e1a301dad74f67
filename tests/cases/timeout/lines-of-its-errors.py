"""What a timeout refuses, it refuses at CPython's lines."""
import asyncio
import traceback


async def main():
    limit = asyncio.timeout(None)
    try:
        limit.reschedule(1)
    except RuntimeError:
        traceback.print_exc()
    async with limit:
        pass
    try:
        limit.reschedule(1)
    except RuntimeError:
        traceback.print_exc()


asyncio.run(main())
