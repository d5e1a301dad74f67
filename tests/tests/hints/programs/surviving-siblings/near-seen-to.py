import asyncio


async def step(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    tasks = [asyncio.create_task(step("bad", 1)), asyncio.create_task(step("slow", 5))]
    try:
        await asyncio.gather(*tasks)
    except ValueError:
        for task in tasks:
            task.cancel()
    await asyncio.sleep(1)
    last = asyncio.create_task(step("slow", 5))
    try:
        await asyncio.gather(step("bad", 1), last)
    except ValueError:
        print(await last)
    print(await asyncio.gather(step("bad", 1), step("slow", 2), return_exceptions=True))


asyncio.run(main())
