# Workers that never end by themselves: join, then cancel.
import asyncio

async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        queue.task_done()
        print(f'{name} slept {seconds}')

async def main():
    queue = asyncio.Queue()
    for seconds in (0.5, 0.25, 0.75, 0.1, 0.4):
        queue.put_nowait(seconds)
    tasks = [asyncio.create_task(worker(f'worker-{n}', queue)) for n in range(3)]
    await queue.join()
    print('all done at', asyncio.get_running_loop().time())
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))

asyncio.run(main())
