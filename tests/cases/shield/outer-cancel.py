# shield: the waiter is cancelled, the work goes on.
import asyncio

async def important():
    print('saving …')
    await asyncio.sleep(2)
    print('saved at', asyncio.get_running_loop().time())
    return 'receipt'

async def main():
    work = asyncio.create_task(important())
    waiter = asyncio.create_task(asyncio.wait_for(asyncio.shield(work), 1))
    try:
        await waiter
    except TimeoutError:
        print('waited long enough;', work.done())
    print(await work)

asyncio.run(main())
