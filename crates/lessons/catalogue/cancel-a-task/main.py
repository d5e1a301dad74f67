import asyncio


async def mow():
    try:
        await asyncio.sleep(60)
        print("the lawn is mown")
    except asyncio.CancelledError as why:
        print("stopping:", why)
        raise
    finally:
        print("the mower is back in the shed")


async def main():
    task = asyncio.create_task(mow(), name="gardener")
    await asyncio.sleep(1)
    print("cancel() returns", task.cancel("it rains"))
    print("cancelled yet?", task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled now?", task.cancelled())


asyncio.run(main())
