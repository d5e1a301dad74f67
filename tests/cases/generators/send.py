def averager():
    total, n, average = 0, 0, None
    while True:
        x = yield average
        if x is None:
            return total, n
        total += x
        n += 1
        average = total / n

a = averager()
print(next(a), a.send(10), a.send(20), a.send(60))
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)

def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
        print('got', received[-1])
    return received

e = echo()
try:
    e.send('too early')
except TypeError as error:
    print(error)
print(e.send(None), e.send('a'), next(e))
try:
    e.send('c')
except StopIteration as stop:
    print(stop.value)

def expression():
    x = (yield 1) + (yield 2)
    print('sum', x)
    y = yield
    print('y', y)
    yield [(yield 'inner'), 'outer']

g = expression()
print(next(g), g.send(10), g.send(20), g.send('Y'), g.send('I'), next(g, 'end'))
