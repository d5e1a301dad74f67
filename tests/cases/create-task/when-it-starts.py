# create_task schedules; the task starts when the current one pauses.
import asyncio

async def child(name):
    print(name, 'first line')
    await asyncio.sleep(0)
    print(name, 'second line')

async def main():
    task = asyncio.create_task(child('child'))
    print('main: created')
    for n in range(3):
        print('main: computing', n)
    await asyncio.sleep(0)
    print('main: after the first pause')
    await task
    print('main: end')

asyncio.run(main())
