# Seconds that are no number: each function finds out in its own line.
import asyncio
import datetime
import traceback


async def a_block(seconds):
    async with asyncio.timeout(seconds):
        pass


async def a_block_until(when):
    async with asyncio.timeout_at(when):
        pass


async def rescheduled(when):
    async with asyncio.timeout(1) as block:
        block.reschedule(when)


async def waiting(seconds):
    await asyncio.wait_for(asyncio.sleep(1), seconds)


async def calling_later(seconds):
    asyncio.get_running_loop().call_later(seconds, print)


async def calling_at(when):
    asyncio.get_running_loop().call_at(when, print)


async def main():
    for way in a_block, a_block_until, rescheduled, waiting, asyncio.sleep, calling_later, calling_at:
        for seconds in "2", datetime.timedelta(seconds=2):
            try:
                await way(seconds)
            except TypeError:
                traceback.print_exc()


asyncio.run(main())
