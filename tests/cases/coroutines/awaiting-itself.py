# A coroutine that is being awaited elsewhere can't be awaited again.
import asyncio

async def slow():
    await asyncio.sleep(1)

async def waits_for(coroutine):
    try:
        await coroutine
    except RuntimeError as error:
        print(type(error).__name__, error)
    else:
        print('fine')

async def main():
    coroutine = slow()
    await asyncio.gather(waits_for(coroutine), waits_for(coroutine))

asyncio.run(main())
