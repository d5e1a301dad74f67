import asyncio


async def cook(dish, seconds):
    print(dish, "on the fire")
    await asyncio.sleep(seconds)
    print(dish, "is done")


async def main():
    rice = asyncio.create_task(cook("rice", 3))
    await cook("soup", 2)
    await cook("fish", 2)
    await rice
    print("dinner")


asyncio.run(main())
