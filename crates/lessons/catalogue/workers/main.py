import asyncio


async def worker(name, jobs):
    while True:
        seconds = await jobs.get()
        await asyncio.sleep(seconds)
        print(name, "did the job of", seconds, "s")
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for seconds in (3, 1, 1, 2):
        jobs.put_nowait(seconds)
    names = ["ann", "ben"]
    workers = [asyncio.create_task(worker(n, jobs), name=n) for n in names]
    await jobs.join()
    print("no job is left")
    for task in workers:
        task.cancel()
    ends = await asyncio.gather(*workers, return_exceptions=True)
    print([type(end).__name__ for end in ends])


asyncio.run(main())
