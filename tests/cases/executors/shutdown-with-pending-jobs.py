# Leaving a with-block waits for all jobs; cancel_futures drops those that haven't begun.
import time
from concurrent.futures import ThreadPoolExecutor

def job(n):
    time.sleep(1)
    print(f'{time.perf_counter():.0f} job {n}')
    return n

with ThreadPoolExecutor(2) as pool:
    for n in range(4):
        pool.submit(job, n)
    print('submitted')
print('left the block at', time.perf_counter())

pool = ThreadPoolExecutor(1)
futures = [pool.submit(job, n) for n in range(4, 8)]
time.sleep(1.5)
pool.shutdown(wait=True, cancel_futures=True)
print([future.cancelled() for future in futures], time.perf_counter())
