"""Below a thread's own code are the frames that begin it, wherever its stack is told."""
import asyncio
import threading
import traceback


def shows():
    traceback.print_stack()


def calls(loop, future):
    loop.call_soon_threadsafe(future.set_result)


async def main():
    loop = asyncio.get_running_loop()
    for target, *arguments in (shows,), (calls, loop, loop.create_future()):
        threading.Thread(target=target, args=arguments).start()
    await asyncio.sleep(1)


asyncio.run(main(), debug=True)
