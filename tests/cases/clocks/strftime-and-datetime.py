# interleave: start=16:41:11
# Time of day before and after three seconds.
import asyncio
import datetime
import time

async def main():
    for _ in range(2):
        print(time.strftime('%X'), time.strftime('%H:%M:%S'), datetime.datetime.now())
        print(datetime.datetime.now().strftime('%Y-%m-%d'), time.ctime())
        await asyncio.sleep(3)

asyncio.run(main())
