"""Without patience, wait_for listens to a task that takes its time to end, and hands on how that fails."""
import asyncio
import traceback


class Mishap(Exception):
    pass


async def slow():
    try:
        await asyncio.sleep(1)
    finally:
        try:
            await asyncio.wait_for(asyncio.sleep(1), 0.1)
        except TimeoutError as error:
            raise Mishap('at the end') from error


async def main():
    task = asyncio.create_task(slow())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.05, lambda: print(task))
    try:
        await asyncio.wait_for(task, 0)
    except Mishap:
        traceback.print_exc()


asyncio.run(main())
