import asyncio


async def fail(error, seconds):
    try:
        await asyncio.sleep(seconds)
    finally:
        raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("no number"), 1))
            group.create_task(fail(KeyError("no key"), 2))
            group.create_task(fail(ValueError("no date"), 3))
    except* ValueError as group:
        print("values:", [str(error) for error in group.exceptions])
    except* KeyError as group:
        print("keys:", [str(error) for error in group.exceptions])


asyncio.run(main())
