import asyncio

lock = asyncio.Lock()
pair = asyncio.Semaphore(2)


async def use(name):
    async with lock:
        await asyncio.sleep(1)
        print(name)


async def both():
    async with pair:
        async with pair:
            print("both")


async def main():
    await asyncio.gather(use("one"), use("two"))
    await both()
    async with lock:
        print("again")


asyncio.run(main())
