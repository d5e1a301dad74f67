# Downloads written to files and read back.
import asyncio
import os
import aiohttp

async def save(session, name):
    async with session.get(f'https://example.com/{name}') as response:
        text = await response.text()
    with open(f'./pages/{name}.html', 'w') as file:
        print(name, file.write(text))

async def main():
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(save(session, name) for name in ('one', 'two', 'three')))
    for name in sorted(os.listdir('pages')):
        with open(os.path.join('pages', name)) as file:
            print(name, file.read())

asyncio.run(main())
