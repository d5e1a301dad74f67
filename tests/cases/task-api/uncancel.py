# cancelling() counts requests, uncancel() takes one back.
import asyncio

async def work():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('requests:', me.cancelling())
        print('uncancel:', me.uncancel())
    await asyncio.sleep(1)
    print('went on;', me.cancelling(), me.uncancel())
    return 'ok'

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    task.cancel('again')
    print(await task, asyncio.get_running_loop().time())

asyncio.run(main())
