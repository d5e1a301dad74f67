import asyncio


async def step(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    print(name)


async def main():
    try:
        await asyncio.gather(step("bad", 1), step("slow", 2))
    except ValueError:
        print("one has failed")
    await asyncio.sleep(3)


asyncio.run(main())
