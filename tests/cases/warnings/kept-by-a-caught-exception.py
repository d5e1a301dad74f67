# What was given to gather lives in a frame of the exception's traceback: it goes when the except block ends.
import asyncio


async def work():
    pass


async def main():
    try:
        await asyncio.gather(1, work())
    except TypeError as error:
        print(error)
        print("still there")
    print("gone")
    try:
        await asyncio.gather([work(), work()])
    except TypeError as error:
        print(error)
    await asyncio.gather(work(), None)


asyncio.run(main())
