import asyncio


async def doctor(room):
    while not room.empty():
        urgency, patient = await room.get()
        print("treats", patient, "with urgency", urgency)
        await asyncio.sleep(1)


async def emergency(room):
    await asyncio.sleep(0.5)
    room.put_nowait((0, "Dan"))
    print("Dan is carried in")


async def main():
    room = asyncio.PriorityQueue()
    for entry in [(3, "Ada"), (1, "Bo"), (2, "Cy")]:
        room.put_nowait(entry)
    await asyncio.gather(doctor(room), emergency(room))


asyncio.run(main())
