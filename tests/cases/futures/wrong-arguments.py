# What futures and tasks say of arguments that do not fit.
import asyncio


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


attempt(asyncio.Future, 1)
attempt(asyncio.Future, 1, 2)
attempt(asyncio.Future, lop=1)
attempt(asyncio.Future, loop=1)
attempt(asyncio.Task)
attempt(asyncio.Task, 1, 2)
attempt(asyncio.Task, foo=1)
attempt(asyncio.Task, 1, foo=1)


async def main():
    future = asyncio.get_running_loop().create_future()
    for method in future.set_exception, future.set_result:
        attempt(method)
        attempt(method, 1, 2)
    attempt(future.set_exception, exception=ValueError())
    attempt(future.set_result, result=1)
    attempt(future.add_done_callback)
    attempt(future.add_done_callback, 1, 2)
    attempt(future.add_done_callback, print, contxt=2)
    attempt(future.remove_done_callback, 1, 2)
    attempt(future.get_loop, 1)
    attempt(future.cancel, 1, 2)
    attempt(future.cancel, message=1)
    task = asyncio.create_task(asyncio.sleep(1))
    for method in task.get_stack, task.print_stack:
        attempt(method, 1)
        attempt(method, lmit=1)
        attempt(method, limit="a")
    for method in task.set_name, task.set_result, task.set_exception:
        attempt(method)
        attempt(method, 1, 2)
        attempt(method, x=1)
    attempt(task.uncancel, 1)


asyncio.run(main())
