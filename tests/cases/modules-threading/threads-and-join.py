import threading
import time

def worker(name, delay):
    print(f'{time.monotonic():.1f} {name} starts in {threading.current_thread().name}')
    time.sleep(delay)
    print(f'{time.monotonic():.1f} {name} ends')

threads = [threading.Thread(target=worker, args=(n, d)) for n, d in [('a', 2), ('b', 1), ('c', 3)]]
for t in threads:
    t.start()
print(threading.active_count(), [t.is_alive() for t in threads], threads[0].name)
for t in threads:
    t.join()
print(f'{time.monotonic():.1f} all joined', threads[0].is_alive(), threading.main_thread().name)
t = threading.Thread(target=worker, kwargs={'name': 'd', 'delay': 5}, name='named', daemon=True)
t.start()
t.join(timeout=1)
print(f'{time.monotonic():.1f} still alive: {t.is_alive()}', t.daemon, t.name)

class Counter(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n, self.total = n, 0
    def run(self):
        for i in range(self.n):
            time.sleep(0.1)
            self.total += i

c = Counter(4)
c.start()
c.join()
print(c.total, round(time.monotonic(), 1))
for bad in [lambda: t.start(), lambda: threading.Thread(target=print).join(), lambda: threading.current_thread().join()]:
    try:
        bad()
    except RuntimeError as error:
        print(error)
