# httpbin's /delay/N: the answers come back by length of delay.
import asyncio
import aiohttp

async def get(session, seconds):
    url = f'https://httpbin.org/delay/{seconds}'
    async with session.get(url) as resp:
        data = await resp.json()
        print(f'{asyncio.get_running_loop().time():.1f}', resp.status, data['url'])
        return seconds

async def main():
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(get(session, n) for n in (3, 1, 2))))

asyncio.run(main())
