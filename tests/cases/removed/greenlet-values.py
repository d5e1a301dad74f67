# python: 3.10
# needs: greenlet
# switch carries values in both directions, and brings back what the function returns.
from greenlet import getcurrent, greenlet

def doubler(first):
    value = first
    while value is not None:
        value = getcurrent().parent.switch(value * 2)
    return 'finished'

worker = greenlet(doubler)
print(worker.switch(1), worker.switch(21), worker.switch('ab'))
print(worker.dead, worker.switch(None), worker.dead)
