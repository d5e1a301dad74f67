import asyncio


async def runner(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "arrives")
    return name


async def main():
    hare = asyncio.create_task(runner("hare", 1))
    tortoise = asyncio.create_task(runner("tortoise", 3))
    print("first awaited:", await tortoise)
    print("then awaited:", await hare)


asyncio.run(main())
