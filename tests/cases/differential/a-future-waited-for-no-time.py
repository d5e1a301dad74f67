# A TimeoutError of wait_for keeps the task that it ended, by way of the timeout's frame; without time there is none.
import asyncio


async def fails(seconds):
    await asyncio.wait_for(asyncio.get_running_loop().create_future(), seconds)


async def main(seconds):
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message']))
    asyncio.create_task(fails(seconds))
    await asyncio.sleep(1)
    print('main ends')


for seconds in 0, 0.5:
    asyncio.run(main(seconds))
print('the end')
