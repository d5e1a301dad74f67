import threading
import time

balance = 100
def withdraw(amount):
    global balance
    current = balance
    time.sleep(0.1)
    if current >= amount:
        balance = current - amount

ts = [threading.Thread(target=withdraw, args=(60,)) for _ in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print('without a lock', balance)
balance, lock = 100, threading.Lock()
def careful(amount):
    with lock:
        withdraw(amount)
ts = [threading.Thread(target=careful, args=(60,)) for _ in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print('with a lock', balance, round(time.monotonic(), 1))
