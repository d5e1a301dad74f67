# A closed loop that is no thread's own dies with the program, and what its handler leads to is found:
# a task that waits for ever is pending then.
import asyncio

never = asyncio.Event()


def handler(loop, context):
    print(context["message"])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.create_task(never.wait())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()

loop.run_until_complete(main())
loop.close()
print("closed")
