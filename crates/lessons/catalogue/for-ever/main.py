import asyncio


async def lover(letter):
    print("waiting for a letter")
    text = await letter
    print("it says:", text)


async def main():
    letter = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(lover(letter), name="lover")
    await asyncio.sleep(2)
    print("no letter yet")
    await waiting


asyncio.run(main())
