import asyncio


async def runner(lane, gun):
    print("lane", lane, "is set")
    await gun.wait()
    print("lane", lane, "runs")
    await asyncio.sleep(10 - lane)
    print("lane", lane, "arrives")


async def main():
    gun = asyncio.Event()
    race = [asyncio.create_task(runner(lane, gun)) for lane in (1, 2, 3)]
    await asyncio.sleep(2)
    print("bang!")
    gun.set()
    await asyncio.wait(race)


asyncio.run(main())
