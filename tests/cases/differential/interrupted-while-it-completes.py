"""A program that is interrupted: its main coroutine ends before its loop is closed, whatever comes after then."""
import asyncio


async def interrupts():
    raise KeyboardInterrupt()


async def later():
    try:
        await asyncio.sleep(1)
    except BaseException as error:
        print('later', repr(error))
        raise


async def main():
    try:
        tasks = [asyncio.ensure_future(one) for one in [later(), interrupts()]]
        async for earliest in asyncio.as_completed(tasks, timeout=0.2):
            print('not reached')
    except Exception as error:
        print('main', repr(error))
    except BaseException as error:
        print('main', repr(error))
        raise


loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.wait_for(main(), 2)))
