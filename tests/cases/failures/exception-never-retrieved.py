# A task fails and nobody asks: reported when the task dies.
import asyncio

async def work():
    await asyncio.sleep(1)
    raise ValueError('nobody looks')

async def main():
    task = asyncio.create_task(work(), name='unloved')
    await asyncio.sleep(2)
    print('done:', task.done())
    del task
    print('main ends')

asyncio.run(main())
