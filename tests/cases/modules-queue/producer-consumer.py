import queue
import threading
import time

q = queue.Queue(maxsize=2)
def producer():
    for i in range(4):
        q.put(i)
        print(f'{time.monotonic():.1f} put {i}, size {q.qsize()}')
    q.put(None)
def consumer():
    while (item := q.get()) is not None:
        time.sleep(1)
        print(f'{time.monotonic():.1f} done {item}')
        q.task_done()
    q.task_done()
ts = [threading.Thread(target=f) for f in (producer, consumer)]
[t.start() for t in ts]
q.join()
print('joined', q.empty(), q.full())
for action in [lambda: q.get_nowait(), lambda: q.get(timeout=0.5), lambda: [q.put_nowait(i) for i in range(3)], lambda: q.put(9, timeout=0.5), lambda: [q.task_done() for _ in range(9)]]:
    try:
        action()
    except (queue.Empty, queue.Full, ValueError) as error:
        print(type(error).__name__, error, round(time.monotonic(), 1))
p = queue.PriorityQueue()
for item in [(3, 'c'), (1, 'a'), (2, 'b')]:
    p.put(item)
l = queue.LifoQueue()
for x in 'xyz':
    l.put(x)
s = queue.SimpleQueue()
s.put(1)
print([p.get() for _ in range(3)], [l.get() for _ in range(3)], s.get(), s.empty())
q.shutdown(immediate=True)
try:
    q.get()
except queue.ShutDown as error:
    print('shut down')
