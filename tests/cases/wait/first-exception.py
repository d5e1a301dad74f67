# FIRST_EXCEPTION returns early only when something fails.
import asyncio

async def work(n, fails=False):
    await asyncio.sleep(n)
    if fails:
        raise RuntimeError(f'work {n}')
    return n

async def main():
    loop = asyncio.get_running_loop()
    for fails in (True, False):
        begin = loop.time()
        tasks = [asyncio.create_task(work(1)), asyncio.create_task(work(2, fails)), asyncio.create_task(work(3))]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        print(loop.time() - begin, len(done), len(pending), [task.exception() for task in tasks if task.done()])
        for task in pending:
            task.cancel()

asyncio.run(main())
