# A timeout can't interrupt code that never pauses.
import asyncio
import time

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            time.sleep(3)
            print('blocked until', loop.time())
            await asyncio.sleep(0)
            print('first pause')
            await asyncio.sleep(0)
            print('second pause')
    except TimeoutError:
        print('only now, at', loop.time())

asyncio.run(main())
