# What a group has raised keeps itself, and with that the frame it came from. It is garbage when the program is over,
# and gone before the error that ended the program: whose frame is the last to hold a task then lets go of that.
import asyncio

barrier = asyncio.Barrier(2)


async def caretaker():
    await barrier.abort()


async def main():
    keeper = asyncio.create_task(caretaker())
    try:
        async with asyncio.TaskGroup() as group:
            raise ValueError
    except Exception as error:
        print(repr(error))
    event = asyncio.Event()

    async def work():
        item = await event.wait()

    worker = asyncio.create_task(work())
    failing = asyncio.create_task(barrier.wait())
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message']))
    cancelled = asyncio.create_task(asyncio.sleep(0))
    cancelled.cancel()
    await cancelled


loop = asyncio.new_event_loop()
task = loop.create_task(main())
task.add_done_callback(lambda task: loop.stop())
loop.run_forever()
print(task.result())
