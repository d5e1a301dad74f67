import asyncio


async def baker(counter):
    for number in range(1, 5):
        await asyncio.sleep(1)
        print("baked bun", number)
        await counter.put(number)
    await counter.put(None)


async def customer(counter):
    while (bun := await counter.get()) is not None:
        print("eating bun", bun)
        await asyncio.sleep(1.5)
    print("the shop is closed")


async def main():
    counter = asyncio.Queue()
    await asyncio.gather(baker(counter), customer(counter))


asyncio.run(main())
