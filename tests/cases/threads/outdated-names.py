import threading

thread = threading.Thread(target=lambda: print(threading.currentThread().getName()))
thread.setName('helper')
thread.setDaemon(False)
print(thread.getName(), thread.isDaemon(), threading.activeCount())
thread.start()
thread.join()
event, condition = threading.Event(), threading.Condition()
print(event.isSet())
with condition:
    condition.notifyAll()
