"""No time at all for a thread: its coroutine is cancelled where it is defined."""
import asyncio


async def main():
    await asyncio.wait_for(asyncio.to_thread(print, 'never'), 0)


asyncio.run(main())
