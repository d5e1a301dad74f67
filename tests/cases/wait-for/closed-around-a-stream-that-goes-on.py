# Closing wait_for closes what it awaits, from the inside: a stream that goes on in spite of it is an error where the
# stream is read, and not where wait_for stands.
import asyncio


async def stream():
    try:
        await asyncio.sleep(5)
        yield 1
    finally:
        await asyncio.sleep(0)


async def reader(name):
    try:
        async for item in stream():
            print(name, item)
    except RuntimeError as error:
        print(name, "hears:", error)


async def main():
    for name, waiting in [("alone", reader("alone")), ("waited for", asyncio.wait_for(reader("waited for"), 9))]:
        steps = waiting.__await__()
        steps.send(None)
        steps.close()
        print(name, "is closed")


asyncio.run(main())
