# In debug mode the loop reports who blocked it.
import asyncio
import time

async def blocks():
    time.sleep(0.5)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(blocks(), name='blocker')
    loop.slow_callback_duration = 1
    await asyncio.create_task(blocks())
    print(loop)

asyncio.run(main(), debug=True)
