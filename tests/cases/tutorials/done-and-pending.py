# What wait gives back, printed as it is: two sets of tasks.
import asyncio

async def bake(cake, minutes):
    await asyncio.sleep(minutes)
    return f'{cake} is baked'

async def main():
    oven = [
        asyncio.create_task(bake('lemon cake', 30), name='upper shelf'),
        asyncio.create_task(bake('bread', 45), name='lower shelf'),
    ]
    done, pending = await asyncio.wait(oven)
    print(done, pending)
    for task in oven:
        print(task.get_name(), '->', task.result())

asyncio.run(main())
