import asyncio

shelf = 0


async def baker(changed):
    global shelf
    for _ in range(3):
        await asyncio.sleep(1)
        async with changed:
            shelf += 1
            print("one more bun:", shelf)
            changed.notify_all()


async def customer(name, wanted, changed):
    global shelf
    async with changed:
        await changed.wait_for(lambda: shelf >= wanted)
        shelf -= wanted
        print(name, "takes", wanted, "and leaves", shelf)


async def main():
    changed = asyncio.Condition()
    buyers = customer("Ada", 2, changed), customer("Bo", 1, changed)
    await asyncio.gather(*buyers, baker(changed))


asyncio.run(main())
