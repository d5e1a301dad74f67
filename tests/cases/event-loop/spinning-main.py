# A loop of sleep(0) that waits for a timer.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    flag = []
    loop.call_later(1, flag.append, 'set')
    while not flag:
        await asyncio.sleep(0)
    print(flag, loop.time())

asyncio.run(main())
