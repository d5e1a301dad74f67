# Giving a coroutine function to the executor only makes a coroutine.
import asyncio

async def work():
    return 1

async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    try:
        loop.run_in_executor(None, work)
    except TypeError as error:
        print(error)
    loop.set_debug(False)
    result = await loop.run_in_executor(None, work)
    print(type(result).__name__, await result)

asyncio.run(main())
