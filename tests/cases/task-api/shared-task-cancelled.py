# Two wait for one task; cancelling one of the two cancels the shared task, unless it is shielded.
import asyncio

async def shared():
    await asyncio.sleep(2)
    return 'shared result'

async def user(name, task, protected):
    try:
        print(name, await (asyncio.shield(task) if protected else task))
    except asyncio.CancelledError:
        print(name, 'cancelled; shared task', 'cancelled' if task.cancelled() else 'alive')
        raise

async def main():
    for protected in (False, True):
        task = asyncio.create_task(shared())
        users = [asyncio.create_task(user(name, task, protected)) for name in 'ab']
        await asyncio.sleep(1)
        users[0].cancel()
        await asyncio.wait(users)
        print('---')

asyncio.run(main())
