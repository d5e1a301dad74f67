# wait_for waits until the cancelled task has really ended.
import asyncio

async def slow_to_die():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleaning up …')
        await asyncio.sleep(3)
        print('clean')

async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(slow_to_die(), 1)
    except TimeoutError:
        print('timeout known at', loop.time())

asyncio.run(main())
