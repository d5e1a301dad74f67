# After a blocking call, timers that are overdue fire by their time.
import asyncio
import time

def fire(name):
    print(name, time.perf_counter())

async def main():
    loop = asyncio.get_running_loop()
    for name, delay in (('c', 0.3), ('a', 0.1), ('b', 0.2), ('late', 1.5)):
        loop.call_later(delay, fire, name)
    time.sleep(1)
    print('blocked until', time.perf_counter())
    await asyncio.sleep(0)
    print('after one turn')
    await asyncio.sleep(1)

asyncio.run(main())
