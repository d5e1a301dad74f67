# An exception in the thread comes out of the await.
import asyncio

def divide(a, b):
    return a / b

async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(None, divide, 1, 0)
    except ZeroDivisionError as error:
        print('caught', error, [frame.name for frame in __import__('traceback').extract_tb(error.__traceback__)])
    print(await asyncio.gather(*(loop.run_in_executor(None, divide, 1, n) for n in (1, 0)), return_exceptions=True))

asyncio.run(main())
