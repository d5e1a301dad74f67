import asyncio


async def printer(name, papers):
    try:
        while True:
            paper = await papers.get()
            await asyncio.sleep(1)
            print(name, "printed", paper)
    except asyncio.QueueShutDown:
        print(name, "goes home")


async def main():
    papers = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for name in ("left", "right"):
            group.create_task(printer(name, papers), name=name)
        for page in range(1, 4):
            await papers.put(f"page {page}")
        papers.shutdown()
        print("no more orders")


asyncio.run(main())
