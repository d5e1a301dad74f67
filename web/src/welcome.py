import asyncio


async def cook(dish, seconds):
    print(dish, "on the stove")
    await asyncio.sleep(seconds)
    print(dish, "is ready")


async def main():
    await asyncio.gather(
        cook("rice", 3),
        cook("soup", 2),
        cook("egg", 1),
    )


asyncio.run(main())
