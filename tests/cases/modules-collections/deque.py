from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), list(d), 2 in d)
d.extend('ab')
d.extendleft('xy')
print(d)
d.rotate(2)
print(d)
d.rotate(-1)
d.remove('a')
d.insert(1, 'ins')
print(d, d.index('x'), d.count(1), list(reversed(d)), d.copy() == d, deque('abc') + deque('d'))
last = deque(maxlen=3)
for n in range(6):
    last.append(n)
print(last, last.maxlen, deque([1, 2], maxlen=1), bool(deque()), deque(range(3)) < deque([5]), deque('ab') * 2)
d[0] = 'changed'
del d[1]
d.reverse()
print(d)
for bad in [lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d.remove('zz'), lambda: d.index('zz'), lambda: deque(5), lambda: deque(maxlen=-1), lambda: d[0:1], lambda: last.insert(0, 1)]:
    try:
        print(bad())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    for x in last:
        last.append(x)
except RuntimeError as error:
    print(error)
d.clear()
print(d)
