# One that awaits although it is to end is still held by the frame that awaited it, until the error of that is gone.
import asyncio


async def stubborn():
    try:
        try:
            await asyncio.sleep(1)
        except GeneratorExit:
            print('goes on')
            await asyncio.sleep(1)
    finally:
        print('stubborn ends')


async def waits():
    try:
        await asyncio.wait_for(stubborn(), 10)
    except RuntimeError as error:
        print(repr(error), repr(error.__context__))
    print('waits ends')


async def main():
    task = asyncio.create_task(waits())
    await asyncio.sleep(0.5)
    task.get_coro().close()
    print('closed')


asyncio.run(main())
