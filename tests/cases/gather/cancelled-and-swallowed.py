"""A gather that is cancelled passes on the words of its last task's cancellation, also if that swallowed it."""
import asyncio


async def swallows(pause):
    for _ in range(3):
        try:
            await asyncio.sleep(pause)
        except asyncio.CancelledError as error:
            print('swallowed', error.args)
    return 'done'


async def gathered(*pauses):
    gathering = asyncio.gather(*map(swallows, pauses))
    for _ in range(2):
        await asyncio.sleep(0)
    gathering.cancel('words')
    try:
        await gathering
    except asyncio.CancelledError as error:
        print(pauses, error.args)


async def main():
    await gathered(0, 0)
    await gathered(0, 1)
    await gathered(1, 0)
    task = asyncio.current_task()
    task.cancel('own words')
    print(task._must_cancel, task._cancel_message)
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print(error.args, task._must_cancel, task._cancel_message)


asyncio.run(main())
