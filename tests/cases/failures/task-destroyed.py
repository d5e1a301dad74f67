# A loop is closed while a task is pending.
import asyncio

async def work():
    await asyncio.sleep(10)

async def main():
    asyncio.get_running_loop().create_task(work(), name='left-behind')
    await asyncio.sleep(1)

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print('loop closed')
