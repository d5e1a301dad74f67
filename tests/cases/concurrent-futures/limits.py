# Wrong numbers of workers, and a pool that is shut down.
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

for kind in (ThreadPoolExecutor, ProcessPoolExecutor):
    for workers in (0, -1):
        try:
            kind(max_workers=workers)
        except ValueError as error:
            print(kind.__name__, workers, error)

pool = ThreadPoolExecutor(1)
print(pool.submit(len, 'four').result())
pool.shutdown()
try:
    pool.submit(len, 'x')
except RuntimeError as error:
    print(error)
