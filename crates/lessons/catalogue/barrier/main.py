import asyncio


async def hiker(name, seconds, hut):
    for camp in (1, 2):
        await asyncio.sleep(seconds)
        print(name, "reaches camp", camp)
        place = await hut.wait()
        if place == 0:
            print("all are at camp", camp)


async def main():
    hut = asyncio.Barrier(3)
    pace = {"Ada": 1, "Bo": 3, "Cy": 2}
    await asyncio.gather(*(hiker(name, s, hut) for name, s in pace.items()))


asyncio.run(main())
