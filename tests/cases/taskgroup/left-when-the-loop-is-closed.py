# The task of the group was cancelled before, and goes on. A closed loop refuses to cancel it again.
import asyncio


async def goes_on():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('goes on')
    try:
        async with asyncio.TaskGroup() as group:
            await asyncio.sleep(10)
    finally:
        print(group)


async def main():
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)


coroutine = goes_on()
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
try:
    coroutine.close()
except RuntimeError as error:
    print(error)
