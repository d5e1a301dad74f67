# An exception of the body wins over a timeout that hasn't expired.
import asyncio

async def main():
    try:
        async with asyncio.timeout(1):
            raise KeyError('first')
    except KeyError as error:
        print('KeyError', error)
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(2)
            finally:
                raise KeyError('while being cancelled')
    except (KeyError, TimeoutError) as error:
        print(repr(error), '<-', repr(error.__context__))
    print(asyncio.current_task().cancelling())

asyncio.run(main())
