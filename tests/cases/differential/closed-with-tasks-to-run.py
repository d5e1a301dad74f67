"""A loop that is closed lets go of the tasks that it was to run, and they end before close() returns."""
import asyncio


async def spins():
    try:
        while True:
            await asyncio.sleep(0)
    finally:
        print('spun')


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message']))
    asyncio.create_task(spins())
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print('closing')
loop.close()
print(loop.is_closed())
