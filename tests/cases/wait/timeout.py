# After the timeout, what isn't done is pending, and goes on.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, timeout=2.5)
    print(loop.time(), sorted(task.result() for task in done), pending)
    done, pending = await asyncio.wait(pending)
    print(loop.time(), [task.result() for task in done], pending)
    print(await asyncio.wait(tasks, timeout=0))

asyncio.run(main())
