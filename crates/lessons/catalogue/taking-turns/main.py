import asyncio


async def count(name, last):
    for number in range(1, last + 1):
        print(name, number)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(count("a", 3), count("b", 2))
    print("nobody has slept")


asyncio.run(main())
