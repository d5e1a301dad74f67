import asyncio


async def call(number, gate):
    loop = asyncio.get_running_loop()
    async with gate:
        print("call", number, "at", loop.time())
        await asyncio.sleep(0.5)
        print("call", number, "is answered")
        await asyncio.sleep(1)


async def main():
    gate = asyncio.BoundedSemaphore(2)
    await asyncio.gather(*(call(number, gate) for number in range(1, 7)))
    print("all calls are made")


asyncio.run(main())
