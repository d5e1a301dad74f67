"""Cancelled when what it awaits is done already: the loop holds the error that it throws in until the step is over."""
import asyncio
import time
import weakref


class Held:
    pass


async def quick():
    pass


async def slow():
    held = Held()
    weakref.finalize(held, print, 'let go')
    await asyncio.sleep(0.2)
    time.sleep(0.3)
    await asyncio.gather(quick())


async def main():
    try:
        await asyncio.wait_for(slow(), 0.5)
    except TimeoutError:
        pass
    finally:
        print('after')
    await asyncio.sleep(0)
    print('later')


asyncio.run(main())
