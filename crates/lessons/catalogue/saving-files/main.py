import asyncio

import aiohttp


async def save(session, name):
    try:
        async with session.get(f"https://example.org/{name}") as response:
            data = await response.read()
        with open(f"./images/{name}", "wb") as file:
            size = file.write(data)
        print("saved", name, size > 0)
    finally:
        print("done with", name)


async def main():
    async with aiohttp.ClientSession() as session:
        names = ["cat.png", "dog.png"]
        await asyncio.gather(*(save(session, name) for name in names))
    for name in names:
        with open(f"./images/{name}", "rb") as file:
            print(name, len(file.read()) > 0)


asyncio.run(main())
