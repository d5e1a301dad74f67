# Every clock starts at its own zero and goes on together.
import asyncio
import time

async def main():
    loop = asyncio.get_running_loop()
    for _ in range(2):
        print(loop.time(), time.monotonic(), time.perf_counter(), time.process_time(), time.time())
        print(time.monotonic_ns(), time.perf_counter_ns(), time.time_ns())
        await asyncio.sleep(0.25)

asyncio.run(main())
