"""A loop that is closed lets go of the tasks that it was to run, and says so before close() returns."""
import asyncio


async def items():
    try:
        yield 1
    finally:
        print('never here')


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message']))
    flow = items()
    async for item in flow:
        break


loop = asyncio.new_event_loop()
loop.run_until_complete(asyncio.wait_for(main(), 4))
print('closing')
loop.close()
print(loop.is_closed())
