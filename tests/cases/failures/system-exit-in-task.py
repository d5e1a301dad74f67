# sys.exit in a coroutine: exit code and clean-up.
import asyncio
import sys

async def main():
    try:
        await asyncio.sleep(1)
        sys.exit('giving up')
    finally:
        print('finally')

asyncio.run(main())
