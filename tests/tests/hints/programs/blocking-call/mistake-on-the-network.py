import asyncio
import requests


async def load(page):
    answer = requests.get(f"https://example.org/{page}")
    print(answer.status_code)


async def main():
    await asyncio.gather(load(1), load(2))


asyncio.run(main())
