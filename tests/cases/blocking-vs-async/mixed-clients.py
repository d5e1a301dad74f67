# httpx has both kinds of client; urllib only blocks.
import asyncio
import time
import urllib.request
import httpx

async def main():
    t0 = time.perf_counter()
    async with httpx.AsyncClient() as client:
        answers = await asyncio.gather(*(client.get(f'https://example.net/{n}') for n in range(3)))
    print([answer.status_code for answer in answers], round(time.perf_counter() - t0, 3))

    t0 = time.perf_counter()
    print([httpx.get(f'https://example.net/{n}').status_code for n in range(3)], round(time.perf_counter() - t0, 3))

    t0 = time.perf_counter()
    for n in range(3):
        with urllib.request.urlopen(f'https://example.net/{n}') as response:
            print(response.status, len(response.read()), end=' ')
    print(round(time.perf_counter() - t0, 3))

asyncio.run(main())
