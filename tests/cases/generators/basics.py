def count(n):
    print('start')
    for i in range(n):
        print('before', i)
        yield i
        print('after', i)
    print('end')
    return 'result'

g = count(2)
print(g.gi_frame is not None, type(g).__name__, g.__name__)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print('stopped with', stop.value)
print(next(g, 'exhausted'), list(g), g.gi_frame)
print(list(count(1)), sum(x for x in range(4)), iter(g) is g)

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

f = fib()
print([next(f) for _ in range(12)])
for n in f:
    if n > 500:
        break
print(n, next(f))
squares = (x * x for x in count(2))
print('nothing ran yet')
print(list(squares))
