"""So is why the main thread leaves; its exit code stays."""
import sys
import threading
import time


def works():
    time.sleep(1)
    print('worked', file=sys.stderr)
    sys.exit('not told')


threading.Thread(target=works).start()
sys.exit('no more to do')
