import sys
import atexit
atexit.register(print, 'at exit: first registered, last run')
@atexit.register
def farewell():
    print('farewell')
print('work')
try:
    sys.exit()
finally:
    print('finally')
