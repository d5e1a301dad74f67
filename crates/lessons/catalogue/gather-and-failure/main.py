import asyncio


async def step(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError("something broke")
    print(name, "is finished")


async def main():
    try:
        await asyncio.gather(step("quick", 1), step("bad", 2), step("slow", 4))
    except ValueError as error:
        print("main hears:", error)
    await asyncio.sleep(3)
    print("main ends")


asyncio.run(main())
