import asyncio


async def countdown(name, start):
    for number in range(start, 0, -1):
        await asyncio.sleep(1)
        yield f"{name} {number}"


async def launch(name, start):
    async for line in countdown(name, start):
        print(line)
    print(name, "lifts off")


async def main():
    await launch("one", 2)
    await asyncio.gather(launch("two", 2), launch("three", 3))
    print([line async for line in countdown("four", 2)])


asyncio.run(main())
