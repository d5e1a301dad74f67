import threading
import time

condition, items = threading.Condition(), []
def consumer(name):
    with condition:
        while not items:
            condition.wait()
        print(name, 'got', items.pop(0), round(time.monotonic(), 1))
consumers = [threading.Thread(target=consumer, args=(n,)) for n in 'ab']
[c.start() for c in consumers]
for n in range(2):
    time.sleep(1)
    with condition:
        items.append(n)
        condition.notify()
[c.join() for c in consumers]
barrier = threading.Barrier(3)
def meet(name, delay):
    time.sleep(delay)
    place = barrier.wait()
    print(name, 'passes', round(time.monotonic(), 1), place in range(3))
ts = [threading.Thread(target=meet, args=(n, d)) for n, d in [('x', .1), ('y', .5), ('z', .3)]]
[t.start() for t in ts]
[t.join() for t in ts]
local = threading.local()
local.value = 'main'
def other():
    print(hasattr(local, 'value'))
    local.value = 'other'
t = threading.Thread(target=other)
t.start()
t.join()
print(local.value)
timer = threading.Timer(2, print, args=('timer fired',))
timer.start()
cancelled = threading.Timer(1, print, args=('never',))
cancelled.start()
cancelled.cancel()
timer.join()
print(round(time.monotonic(), 1))
