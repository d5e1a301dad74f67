# Two tasks overlap: the longer one decides when main goes on.
import asyncio
import time

async def courier(city, hours):
    await asyncio.sleep(hours)
    print(time.strftime('%X'), 'parcel arrived in', city)

async def main():
    near = asyncio.create_task(courier('Tainan', 1))
    far = asyncio.create_task(courier('Hualien', 3))
    print(time.strftime('%X'), 'both couriers have left')
    await near
    await far
    print(time.strftime('%X'), 'closing')

asyncio.run(main())
