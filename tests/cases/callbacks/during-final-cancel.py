# Callbacks also run when asyncio.run cancels what is left.
import asyncio

def report(task):
    print(task.get_name(), 'cancelled' if task.cancelled() else task.result())

async def main():
    for n in range(3):
        task = asyncio.create_task(asyncio.sleep(n, n), name=f'sleep-{n}')
        task.add_done_callback(report)
    await asyncio.sleep(1.5)
    print('main ends')

asyncio.run(main())
