# The lines that programs for Windows carry along.
import asyncio
import sys

if sys.platform == 'win32':
    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())

async def main():
    await asyncio.sleep(1)
    print('done', asyncio.get_running_loop().time())

asyncio.run(main())
