# python: 3.10
# needs: greenlet
# An exception in a greenlet comes out at its parent.
from greenlet import greenlet

def fails():
    print('about to fail')
    raise ValueError('inside')

worker = greenlet(fails)
try:
    worker.switch()
except ValueError as error:
    print('parent caught', error, worker.dead)
