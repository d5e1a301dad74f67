"""A loop that is closed lets go of its timers as of a list that is a heap: from the end."""
import asyncio
async def fail(n):
    raise ValueError(n)
async def main():
    loop = asyncio.get_running_loop()
    for turn in range(6):
        task = asyncio.create_task(fail(turn))
        loop.call_later([0.3, 0.2, 0.4, 0.1, 0.5, 0.25][turn], task.cancel)
    for turn in range(6):
        task = asyncio.create_task(fail(10 + turn))
        loop.call_later(0.3, task.cancel)
    del task
    await asyncio.sleep(0)
asyncio.run(main())
