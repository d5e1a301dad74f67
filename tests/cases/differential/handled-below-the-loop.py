# What a loop is run for while an exception is handled: tasks see that exception.
import asyncio
import sys


async def tells(what):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(what, repr(error), repr(error.__context__))
    print(what, repr(sys.exception()))
    try:
        asyncio.Lock().release()
    except RuntimeError as error:
        print(what, repr(error), repr(error.__context__))


async def main():
    task = asyncio.create_task(tells("cancelled at the end"))
    await asyncio.sleep(0.1)
    raise LookupError("main")


async def raises_again():
    raise


try:
    asyncio.run(main())
except LookupError:
    print(repr(sys.exception()))
    try:
        asyncio.run(raises_again())
    except LookupError as error:
        print("again", repr(error))

print(sys.exception())
asyncio.run(tells("nothing handled"))
