# result(timeout) raises; callbacks run in the worker's thread.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

def work():
    time.sleep(2)
    return 'late'

def report(future):
    print('callback in', threading.current_thread().name, future.result())

with ThreadPoolExecutor(thread_name_prefix='pool') as pool:
    future = pool.submit(work)
    future.add_done_callback(report)
    try:
        future.result(timeout=1)
    except TimeoutError as error:
        print(repr(error), time.perf_counter())
    print(future.result(), time.perf_counter())
    future.add_done_callback(report)
