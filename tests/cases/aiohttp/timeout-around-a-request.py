# A slow server, and a client with less patience.
import asyncio
import aiohttp

async def main():
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession() as session:
        for patience in (1, 3):
            try:
                async with asyncio.timeout(patience):
                    async with session.get('https://httpbin.org/delay/2') as resp:
                        print(patience, resp.status, loop.time())
            except TimeoutError:
                print(patience, 'gave up at', loop.time())

asyncio.run(main())
