# A future is a box that one task waits for and another fills.
import asyncio

async def setter(future):
    print('setter sleeps')
    await asyncio.sleep(2)
    future.set_result('the value')
    print('setter set it')

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done())
    task = asyncio.create_task(setter(future))
    print('main got', await future, 'at', loop.time())
    print(future, future.done(), future.result())
    await task

asyncio.run(main())
