import threading
import time

first, second = threading.Lock(), threading.Lock()
def worker(a, b, name):
    with a:
        print(name, 'has one')
        time.sleep(0.5)
        with b:
            print(name, 'has both')

t1 = threading.Thread(target=worker, args=(first, second, 'left'))
t2 = threading.Thread(target=worker, args=(second, first, 'right'))
t1.start()
t2.start()
t1.join()
t2.join()
print('never')
