# A bad status is no exception until one asks for it.
import asyncio
import aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        for code in (200, 404, 503):
            async with session.get(f'https://httpbin.org/status/{code}') as resp:
                print(resp.status, resp.ok)
                try:
                    resp.raise_for_status()
                except aiohttp.ClientResponseError as error:
                    print(error)

asyncio.run(main())
