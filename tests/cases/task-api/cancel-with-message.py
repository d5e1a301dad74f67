# The message of cancel arrives in the exception's args.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print('inside', error.args)
        raise

async def main():
    for arguments in ((), ('stop it',), (42,), (None,)):
        task = asyncio.create_task(work())
        await asyncio.sleep(0)
        print(task.cancel(*arguments))
        try:
            await task
        except asyncio.CancelledError as error:
            print('outside', error.args)

asyncio.run(main())
