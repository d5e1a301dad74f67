import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    names = ["slow", "quick"]
    tasks = [asyncio.create_task(fetch(2)), asyncio.create_task(fetch(1))]
    done, pending = await asyncio.wait(tasks)
    for name, task in zip(names, done):
        print(name, task.result() > 0)


asyncio.run(main())
