# The module's own wait and as_completed.
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait

def work(n):
    time.sleep(n)
    return n

with ThreadPoolExecutor() as pool:
    futures = {pool.submit(work, n): f'job {n}' for n in (3, 1, 2)}
    for future in as_completed(futures):
        print(futures[future], future.result(), time.perf_counter())
    more = [pool.submit(work, n) for n in (2, 1)]
    done, not_done = wait(more, return_when=FIRST_COMPLETED)
    print(len(done), len(not_done), time.perf_counter())
    done, not_done = wait(more, timeout=0.5)
    print(len(done), len(not_done), time.perf_counter())
