# A set of tasks that empties itself through a done callback.
import asyncio

background = set()

async def job(n):
    await asyncio.sleep(n / 10)
    print('job', n, 'of', len(background))

async def main():
    for n in range(1, 4):
        task = asyncio.create_task(job(n))
        background.add(task)
        task.add_done_callback(background.discard)
    while background:
        print('left:', len(background), 'at', asyncio.get_running_loop().time())
        await asyncio.sleep(0.1)
    print('all gone')

asyncio.run(main())
