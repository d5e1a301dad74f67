# asyncio.to_thread, with keyword arguments.
import asyncio
import time

def cook(dish, *, minutes):
    time.sleep(minutes)
    print(f'{time.perf_counter():.1f} {dish} is ready')
    return dish

async def main():
    dishes = await asyncio.gather(
        asyncio.to_thread(cook, 'rice', minutes=3),
        asyncio.to_thread(cook, 'soup', minutes=2),
        asyncio.to_thread(cook, 'tea', minutes=1),
    )
    print(dishes, asyncio.get_running_loop().time())

asyncio.run(main())
