# A deadline in the past lets the body run to its first pause.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1)
    try:
        async with asyncio.timeout_at(0.5):
            print('the body begins')
            await asyncio.sleep(0)
            print('not printed: the cancellation comes first')
            await asyncio.sleep(1)
    except TimeoutError:
        print('over at', loop.time())
    async with asyncio.timeout(0):
        print('no pause, no timeout')

asyncio.run(main())
