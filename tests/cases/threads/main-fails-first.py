"""What ends the main thread's code is told at once, and not when the other threads have ended."""
import atexit
import sys
import threading
import time


def works(seconds):
    time.sleep(seconds)
    print('worked', seconds, file=sys.stderr)
    if seconds > 1:
        raise ValueError(seconds)


atexit.register(print, 'at exit', file=sys.stderr)
for seconds in 1, 2:
    threading.Thread(target=works, args=(seconds,)).start()
raise KeyError('main')
