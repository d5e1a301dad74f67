# Coroutines that the library was led to make: the warning names its line.
import asyncio
import contextlib
import threading


async def work(*arguments):
    pass


def makes_a_task():
    asyncio.create_task(work())


for target in work, work(1), makes_a_task:
    thread = threading.Thread(target=target, name="helper")
    thread.start()
    thread.join()
timer = threading.Timer(0.5, work)
timer.start()
timer.join()
with contextlib.ExitStack() as stack:
    stack.callback(work)
