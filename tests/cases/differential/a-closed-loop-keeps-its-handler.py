# The thread's loop outlives the program though it is closed, and with it what its handler leads to:
# a task that waits for ever is not found when the program ends.
import asyncio

never = asyncio.Event()


def handler(loop, context):
    print(context["message"])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.create_task(never.wait())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
print("closed")
