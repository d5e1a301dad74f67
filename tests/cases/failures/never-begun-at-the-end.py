"""A task that has not begun when the program ends: its coroutine is warned of, and still shows as one that could run."""
import asyncio


async def job():
    pass


async def main():
    pass


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
tasks = [loop.create_task(asyncio.sleep(1)), loop.create_task(job())]
print('the end')
