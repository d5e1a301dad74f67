# An exception that leaves the loop passes the handle's frame, and that has the handle, which was to call the task.
import asyncio


async def leaves():
    def handler(loop, context):
        print('told:', context['message'])

    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.get_running_loop().call_soon(print, 'called')
    raise KeyboardInterrupt()


async def fails():
    raise ValueError


def on_done(task):
    raise KeyboardInterrupt()


async def starts():
    task = asyncio.create_task(leaves())


async def main():
    print(await asyncio.create_task(starts()))


async def waits():
    asyncio.create_task(fails()).add_done_callback(on_done)
    try:
        await asyncio.sleep(1)
    finally:
        print('over')


for run in main, waits:
    try:
        asyncio.run(run())
    except KeyboardInterrupt:
        print('here')
    print('after')
