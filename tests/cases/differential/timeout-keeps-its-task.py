# A TimeoutError keeps the task that it ended: that it was never retrieved is said at the end.
import asyncio

async def by_block():
    async with asyncio.timeout(1):
        await asyncio.sleep(3)

async def by_call():
    await asyncio.wait_for(asyncio.sleep(3), 1)

async def plainly():
    await asyncio.sleep(1)
    raise ValueError('lost')

async def main():
    def handler(loop, context):
        print(loop.time(), context['message'], context['future'].get_name())
    asyncio.get_running_loop().set_exception_handler(handler)
    for code in by_block, by_call, plainly:
        asyncio.create_task(code(), name=code.__name__)
    await asyncio.sleep(5)
    print('main ends')

asyncio.run(main())
print('end')
