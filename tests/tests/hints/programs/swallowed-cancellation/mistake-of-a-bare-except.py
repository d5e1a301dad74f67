import asyncio


async def work(queue):
    for _ in range(2):
        try:
            print(await queue.get())
        except:
            print("never mind")


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(work(queue))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    queue.put_nowait("a job")
    await asyncio.sleep(1)
    print("is done", task.done())


asyncio.run(main())
