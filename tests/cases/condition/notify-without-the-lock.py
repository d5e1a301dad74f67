# Who has not got the lock can neither notify nor wait.
import asyncio
import traceback


async def main():
    condition = asyncio.Condition()
    for notify in condition.notify, condition.notify_all:
        try:
            notify()
        except RuntimeError:
            traceback.print_exc()
    await condition.wait()


asyncio.run(main())
