# While the workers of the default executor end, a timer falls due.
import asyncio
import time

def job():
    time.sleep(0.1)
    return 'job'

def callback():
    print(time.monotonic(), 'callback')

async def main():
    await asyncio.sleep(0.25)
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, callback)
    print(time.monotonic(), await loop.run_in_executor(None, job))

asyncio.run(main())
