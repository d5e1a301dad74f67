# submit returns a future at once; result() waits.
import time
from concurrent.futures import ThreadPoolExecutor

def square(n):
    time.sleep(n)
    return n * n

with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(square, n) for n in (3, 1, 2)]
    print([future.done() for future in futures])
    for future in futures:
        print(future.result(), time.perf_counter())
