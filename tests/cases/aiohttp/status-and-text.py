# The usual nesting of async with: session outside, request inside.
import asyncio
import aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get('https://example.com/hello') as resp:
            print(resp.status, resp.ok, resp.reason)
            print(resp.headers['Content-Type'])
            text = await resp.text()
            print(len(text), text[:6])
            print(len(await resp.read()))
        print(session.closed)
    print(session.closed)

asyncio.run(main())
