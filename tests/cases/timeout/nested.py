# Of two nested timeouts the one that expires raises; the other is unharmed.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for outer, inner in ((2, 1), (1, 2), (1, 1)):
        begin = loop.time()
        try:
            async with asyncio.timeout(outer):
                try:
                    async with asyncio.timeout(inner):
                        await asyncio.sleep(5)
                except TimeoutError:
                    print('inner', loop.time() - begin)
                await asyncio.sleep(0.5)
                print('after inner', loop.time() - begin)
        except TimeoutError:
            print('outer', loop.time() - begin)
        print('--')

asyncio.run(main())
