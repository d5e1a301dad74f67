# A coroutine can be awaited once only; asyncio.run can be called again and again.
import asyncio

async def once():
    await asyncio.sleep(0)
    return 'done'

async def main():
    coroutine = once()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)

asyncio.run(main())
asyncio.run(main())
print(asyncio.run(once()))
