# Cancelling one child looks like an exception of that child.
import asyncio

async def child(n):
    await asyncio.sleep(n)
    return n

async def main():
    for keep in (False, True):
        tasks = [asyncio.create_task(child(n)) for n in (1, 2, 3)]
        asyncio.get_running_loop().call_later(0.5, tasks[1].cancel)
        try:
            print(await asyncio.gather(*tasks, return_exceptions=keep))
        except asyncio.CancelledError:
            print('gather raised', [task.done() for task in tasks])

asyncio.run(main())
