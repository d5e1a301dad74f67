# timeout_at takes a moment of the loop's clock.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 2
    for n in range(5):
        try:
            async with asyncio.timeout_at(deadline):
                await asyncio.sleep(0.75)
                print('part', n, 'at', loop.time())
        except TimeoutError:
            print('part', n, 'too late, at', loop.time())

asyncio.run(main())
