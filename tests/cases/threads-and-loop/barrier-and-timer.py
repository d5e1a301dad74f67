# A Timer, daemon threads, and names.
import threading
import time

def late(text):
    print(text, 'at', time.perf_counter(), threading.current_thread().name)

timer = threading.Timer(1.5, late, ['timer'])
timer.start()
cancelled = threading.Timer(1, late, ['never'])
cancelled.start()
cancelled.cancel()
daemon = threading.Thread(target=time.sleep, args=(100,), daemon=True)
daemon.start()
named = threading.Thread(target=late, args=['named'], name='a-name')
named.start()
print(named.name, daemon.daemon, timer.is_alive(), threading.main_thread().name)
timer.join()
print('end', time.perf_counter())
