# A future's repr by its state, and what cancel can do.
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor

def work(n):
    time.sleep(1)
    return 10 // n

with ThreadPoolExecutor(1) as pool:
    running, waiting, failing = pool.submit(work, 1), pool.submit(work, 2), pool.submit(work, 0)
    print(running, running.running(), running.cancel())
    print(waiting, waiting.cancel(), waiting.cancelled())
    print(waiting)
    time.sleep(5)
    print(running)
    print(failing, repr(failing.exception()))
    try:
        waiting.result()
    except CancelledError as error:
        print(repr(error))
