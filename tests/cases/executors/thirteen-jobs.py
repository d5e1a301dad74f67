# The default pool has twelve workers when there are eight processors: job thirteen waits.
import asyncio
import os
import time

async def main():
    loop = asyncio.get_running_loop()
    print(os.cpu_count())
    begin = loop.time()
    jobs = [loop.run_in_executor(None, time.sleep, 1) for _ in range(12)]
    await asyncio.wait(jobs)
    print(loop.time() - begin)
    begin = loop.time()
    jobs = [loop.run_in_executor(None, time.sleep, 1) for _ in range(13)]
    await asyncio.wait(jobs)
    print(loop.time() - begin)

asyncio.run(main())
