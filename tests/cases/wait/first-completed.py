# FIRST_COMPLETED in a loop: handle each as it comes.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    pending = {asyncio.create_task(work(n)) for n in (0.3, 0.1, 0.2, 0.1)}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print(loop.time(), [task.result() for task in done], len(pending))

asyncio.run(main())
