import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def work():
    user.set("Ada")
    await asyncio.sleep(1)


async def main():
    mine = contextvars.copy_context()
    task = asyncio.create_task(work(), context=mine)
    print(task.get_context() is mine)
    await task
    # It is the same one when the task is done, with what was set there.
    print(task.get_context() is mine, mine[user], user.get())

    other = asyncio.create_task(work())
    await other
    print(other.get_context()[user], other.get_context() is other.get_context())


asyncio.run(main())
