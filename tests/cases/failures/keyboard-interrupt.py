# KeyboardInterrupt raised in a task ends the whole program.
import asyncio

async def impatient():
    await asyncio.sleep(1)
    raise KeyboardInterrupt

async def other():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('other is cancelled')
        raise

async def main():
    await asyncio.gather(impatient(), other())

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
