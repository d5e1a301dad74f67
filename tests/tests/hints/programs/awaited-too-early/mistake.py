import asyncio


async def brew(what):
    await asyncio.sleep(1)
    print(what)


async def main():
    try:
        await asyncio.gather(await brew("tea"), await brew("coffee"))
    except TypeError as error:
        print(error)


asyncio.run(main())
