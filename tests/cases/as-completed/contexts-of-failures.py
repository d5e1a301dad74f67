# What has failed is raised anew by whoever asks for it: in the context of what is being handled there.
import asyncio


async def late():
    await asyncio.wait_for(asyncio.sleep(1), 0.1)


async def fails():
    raise ValueError('no')


async def collects():
    for coming in asyncio.as_completed([late(), fails(), asyncio.wait_for(asyncio.sleep(1), 0.2)]):
        try:
            print(await coming)
        except Exception as error:
            print(repr(error), 'handling', repr(error.__context__))


async def main():
    await collects()
    try:
        await late()
    except TimeoutError:
        await collects()


asyncio.run(main())
