import asyncio


async def step(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    steps = [step("bad", 1), step("slow", 2)]
    try:
        results = await asyncio.gather(*steps)
        print(results)
    except ValueError:
        print("one has failed")
    await asyncio.sleep(3)


asyncio.run(main())
