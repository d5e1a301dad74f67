# A request can be awaited instead of entered.
import asyncio
import aiohttp

async def main():
    session = aiohttp.ClientSession()
    response = await session.get('https://example.com')
    print(response.status, response.url)
    response.close()
    response = await session.post('https://example.com/form', data={'a': 1})
    print(response.status)
    response.release()
    await session.close()
    print(session.closed)

asyncio.run(main())
