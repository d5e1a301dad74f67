# Awaiting the slow task first changes nothing but when main hears of the quick one.
import asyncio

async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, 'ends')
    return name

async def main(first):
    loop = asyncio.get_running_loop()
    slow = asyncio.create_task(work('slow', 2))
    quick = asyncio.create_task(work('quick', 1))
    order = [slow, quick] if first == 'slow' else [quick, slow]
    begin = loop.time()
    for task in order:
        print('main got', await task, 'at', loop.time() - begin)

asyncio.run(main('slow'))
print('---')
asyncio.run(main('quick'))
