# A failed assertion in a task, with a note.
import asyncio

async def check(total):
    await asyncio.sleep(0)
    assert total == 10, f'the total is {total}'

async def main():
    task = asyncio.create_task(check(7))
    try:
        await task
    except AssertionError as error:
        error.add_note('while checking the till')
        raise

asyncio.run(main())
