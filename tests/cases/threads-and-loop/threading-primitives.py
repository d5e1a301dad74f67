# threading's Event, Condition and Semaphore between plain threads.
import threading
import time

ready = threading.Event()
limit = threading.Semaphore(2)
lock = threading.Lock()

def say(text):
    with lock:
        print(f'{time.perf_counter():.1f} {text}')

def worker(n):
    ready.wait()
    with limit:
        say(f'worker {n} in')
        time.sleep(1)
    say(f'worker {n} out')

threads = [threading.Thread(target=worker, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
time.sleep(0.5)
say('go')
ready.set()
for thread in threads:
    thread.join()
say('all joined')
