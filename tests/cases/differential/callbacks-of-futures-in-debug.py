# A callback that fails shows the future that it was called with, in debug mode.
import asyncio


def fails(future):
    raise ValueError(future.result())


async def main(loop):
    loop.set_exception_handler(lambda loop, context: print(context["message"]))
    for result in "short", list(range(50)):
        future = loop.create_future()
        future.add_done_callback(fails)
        future.set_result(result)
        await asyncio.sleep(0)
    task = asyncio.create_task(asyncio.sleep(0, "slept"), name="t")
    task.add_done_callback(fails)
    await task
    await asyncio.sleep(0)


for debug in False, True:
    with asyncio.Runner(debug=debug) as runner:
        runner.run(main(runner.get_loop()))
