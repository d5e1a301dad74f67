# A blocking call in a coroutine stops every other task, although all are tasks.
import asyncio
import requests

async def download(number):
    loop = asyncio.get_running_loop()
    print(f'{loop.time():.1f} send {number}')
    requests.get(f'https://example.com/{number}')
    print(f'{loop.time():.1f} receive {number}')

async def ticker():
    loop = asyncio.get_running_loop()
    for _ in range(4):
        print(f'{loop.time():.1f} tick')
        await asyncio.sleep(0.1)

async def main():
    await asyncio.gather(ticker(), download(1), download(2), download(3))

asyncio.run(main())
