"""Who is alive: threads of one's own, and a pool's workers, also while they have nothing to do."""
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def job(seconds):
    time.sleep(seconds)
    return threading.current_thread().name


def names():
    return threading.active_count(), [thread.name for thread in threading.enumerate()]


print(names())
with ThreadPoolExecutor(3, thread_name_prefix='w') as pool:
    jobs = [pool.submit(job, seconds) for seconds in (3, 1)]
    print(names(), [thread.is_alive() for thread in threading.enumerate()])
    print([job.result() for job in jobs], names())
print(names())
own = threading.Thread(target=job, args=(1,), name='own')
print(own.is_alive(), names())
own.start()
print(own.is_alive(), names())
own.join()
print(own.is_alive(), names())
