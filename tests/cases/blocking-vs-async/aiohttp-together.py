# Five downloads in tasks: all are sent before the first answer comes back.
import asyncio
import time
import aiohttp

async def fetch(session, number):
    print(f'send {number}')
    async with session.get(f'https://example.com/page/{number}') as response:
        body = await response.text()
        print(f'receive {number}: {response.status}, {len(body)} characters')

async def main():
    start = time.time()
    async with aiohttp.ClientSession() as session:
        tasks = [asyncio.create_task(fetch(session, number)) for number in range(1, 6)]
        for task in tasks:
            await task
    print(f'took {time.time() - start:.2f} s')

asyncio.run(main())
