import threading
import time

lock = threading.Lock()
def careful(name):
    with lock:
        print(name, 'has the lock at', round(time.monotonic(), 1))
        time.sleep(1)
threads = [threading.Thread(target=careful, args=(i,)) for i in range(3)]
[t.start() for t in threads]
print(lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.5))
[t.join() for t in threads]
event = threading.Event()
def waiter(name):
    print(name, event.wait(timeout=1), round(time.monotonic(), 1))
    print(name, event.wait(), round(time.monotonic(), 1))
t = threading.Thread(target=waiter, args=('w',))
t.start()
time.sleep(2)
event.set()
t.join()
print(event.is_set(), event.wait(0))
r = threading.RLock()
with r, r:
    print('reentrant')
sem = threading.Semaphore(2)
def limited(n):
    with sem:
        print('enter', n, round(time.monotonic(), 1))
        time.sleep(1)
ts = [threading.Thread(target=limited, args=(i,)) for i in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
try:
    lock.release()
except RuntimeError as error:
    print(error)
try:
    threading.BoundedSemaphore(1).release()
except ValueError as error:
    print(error)
