# all_tasks lists what isn't done yet, the asker included.
import asyncio

async def nap(seconds):
    await asyncio.sleep(seconds)

def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())

async def main():
    tasks = [asyncio.create_task(nap(n), name=f'nap-{n}') for n in (1, 2, 3)]
    print(names())
    await asyncio.sleep(1.5)
    print(names())
    tasks[2].cancel()
    print(names())
    await asyncio.sleep(0)
    print(names(), len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())

asyncio.run(main())
