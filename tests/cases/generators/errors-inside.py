def broken():
    yield 1
    raise ValueError('in the generator')

g = broken()
print(next(g))
try:
    next(g)
except ValueError as error:
    print(error, next(g, 'then it is over'))

def leaks():
    yield 1
    raise StopIteration('leaked')
try:
    list(leaks())
except RuntimeError as error:
    print(error, '|', repr(error.__cause__))

def itself():
    yield next(me)
me = itself()
try:
    next(me)
except ValueError as error:
    print(error)

def borrowed():
    yield next(iter([]))
try:
    list(borrowed())
except RuntimeError as error:
    print(error)

def with_finally():
    try:
        yield 1
        yield 2
    finally:
        print('finally')
for x in with_finally():
    print(x)
    break
print('after break')
g = with_finally()
next(g)
del g
print('after del')
def gen():
    yield
try:
    len(gen())
except TypeError as error:
    print(error)
try:
    gen()[0]
except TypeError as error:
    print(error)
