# A timeout around a group: all tasks are cancelled, TimeoutError comes out.
import asyncio

async def work(n):
    try:
        await asyncio.sleep(n)
        print('work', n, 'done')
    finally:
        print('work', n, 'leaves')

async def main():
    try:
        async with asyncio.timeout(2.5):
            async with asyncio.TaskGroup() as group:
                for n in range(1, 5):
                    group.create_task(work(n))
    except TimeoutError:
        print('time is up at', asyncio.get_running_loop().time())

asyncio.run(main())
