import asyncio
import time


def read_slowly(name):
    print("opening", name)
    time.sleep(2.5)
    return f"the words of {name}"


async def clock():
    for second in range(1, 4):
        await asyncio.sleep(1)
        print("tick", second)


async def main():
    ticking = asyncio.create_task(clock(), name="clock")
    print(await asyncio.to_thread(read_slowly, "a book"))
    await ticking


asyncio.run(main())
