# Entered twice, without a task, by the plain with.
import asyncio

async def main():
    limit = asyncio.timeout(1)
    print(limit)
    async with limit:
        print(limit)
        try:
            async with limit:
                pass
        except RuntimeError as error:
            print(error)
    print(limit)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as error:
        print(error)
    try:
        asyncio.timeout(1).reschedule(3)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
