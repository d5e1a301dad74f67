import asyncio
import time

import aiohttp
import requests

URL = "https://example.org/delay/1"


async def fetch(session, number):
    print("send", number)
    async with session.get(URL) as response:
        await response.text()
        print("received", number, response.status)


async def main():
    start = time.time()
    for number in range(3):
        requests.get(URL)
    print(f"one by one: {time.time() - start:.1f} s")
    start = time.time()
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(fetch(session, number) for number in range(3)))
    print(f"together: {time.time() - start:.1f} s")


asyncio.run(main())
