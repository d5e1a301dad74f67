import asyncio

written = []


async def write(word):
    await asyncio.sleep(1)
    written.append(word)


async def show(word):
    print(word)


async def main():
    await write("one")
    await write("two")
    await show(written[0])
    await show(written[1])


asyncio.run(main())
