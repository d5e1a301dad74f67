# A sum split into chunks for a pool.
import asyncio
from concurrent.futures import ThreadPoolExecutor

def partial_sum(begin, end):
    return sum(i * i for i in range(begin, end))

async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(4) as pool:
        chunks = [loop.run_in_executor(pool, partial_sum, n, n + 2_500) for n in range(0, 10_000, 2_500)]
        parts = await asyncio.gather(*chunks)
    print(parts, sum(parts) == partial_sum(0, 10_000))

asyncio.run(main())
