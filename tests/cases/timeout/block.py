# asyncio.timeout turns the cancellation inside into TimeoutError outside.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as limit:
            print(limit.when(), limit.expired())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as error:
                print('inside:', repr(error))
                raise
    except TimeoutError as error:
        print('outside:', repr(error), repr(error.__cause__))
    print(limit.expired(), loop.time(), asyncio.current_task().cancelling())
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0.5)
    print(limit.expired(), loop.time())

asyncio.run(main())
