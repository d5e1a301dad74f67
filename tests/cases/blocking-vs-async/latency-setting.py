# interleave: latency=0.5
# The time of one answer is a setting of the scenario.
import asyncio
import time
import aiohttp
import requests

def serial(urls):
    return [requests.get(url).status_code for url in urls]

async def concurrent(urls):
    async with aiohttp.ClientSession() as session:
        async def one(url):
            async with session.get(url) as response:
                return response.status
        return await asyncio.gather(*map(one, urls))

urls = [f'https://example.org/{name}' for name in ('cats', 'dogs', 'birds')]
t0 = time.perf_counter()
print(serial(urls), time.perf_counter() - t0)
t0 = time.perf_counter()
print(asyncio.run(concurrent(urls)), time.perf_counter() - t0)
