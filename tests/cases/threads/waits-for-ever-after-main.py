import threading
import time


def task():
    time.sleep(1)
    print('waiting')
    threading.Event().wait()
    print('never')


threading.Thread(target=task).start()
print('main ends')
