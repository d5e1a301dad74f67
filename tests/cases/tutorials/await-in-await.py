# A coroutine awaits a coroutine that awaits: the value travels up, one step at a time.
import asyncio

async def farm():
    await asyncio.sleep(2)
    print('    the farm has milked')
    return 'milk'

async def dairy():
    milk = await farm()
    await asyncio.sleep(1)
    print('  the dairy has made cheese')
    return f'cheese from {milk}'

async def shop():
    for day in (1, 2):
        print('day', day, 'the shop sells', await dairy())
    print(asyncio.get_running_loop().time())

asyncio.run(shop())
