import asyncio


async def child():
    print("child: 1")
    await asyncio.sleep(0)
    print("child: 2")


async def main():
    task = asyncio.create_task(child())
    print("main: 1")
    print("main: 2")
    await asyncio.sleep(0)
    print("main: 3")
    await task
    print("main: 4")


asyncio.run(main())
