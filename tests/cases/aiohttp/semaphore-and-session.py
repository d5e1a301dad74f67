# Ten addresses, three connections at a time.
import asyncio
import aiohttp

async def fetch(session, limit, n):
    async with limit:
        async with session.get(f'https://example.com/{n}') as resp:
            await resp.text()
            print(f'{asyncio.get_running_loop().time():.1f} page {n}')

async def main():
    limit = asyncio.Semaphore(3)
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(fetch(session, limit, n) for n in range(10)))

asyncio.run(main())
