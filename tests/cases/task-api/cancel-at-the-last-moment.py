# A cancellation that comes when the awaited future is done already, but the task hasn't run yet.
import asyncio

async def work(future):
    try:
        print('got', await future)
        await asyncio.sleep(0)
        print('went on')
    except asyncio.CancelledError:
        print('cancelled; the result is', future.result())
        raise

async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future))
    await asyncio.sleep(0)
    future.set_result('value')
    print(task.cancel())
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
