# A task's result can't be set from outside.
import asyncio

async def work():
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(work())
    for method, value in ((task.set_result, 1), (task.set_exception, ValueError())):
        try:
            method(value)
        except RuntimeError as error:
            print(error)
    print(isinstance(task, asyncio.Future), task.get_loop() is asyncio.get_running_loop())
    print(task.get_coro().__name__, task.get_context() is not None)
    await task

asyncio.run(main())
